import { MockFetchApi } from '@backstage/test-utils';
import { ResponseError } from '@backstage/errors';
import { TaskCenterClient } from './TaskCenterClient';

const BASE_URL = 'http://portal.example/api/task-center';

function setUp(respond: (request: Request) => Response) {
  const requests: Request[] = [];
  const discoveryApi = { getBaseUrl: async () => BASE_URL };
  const fetchApi = new MockFetchApi({
    baseImplementation: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request);
      return respond(request);
    },
    resolvePluginProtocol: { discoveryApi },
  });
  const client = TaskCenterClient.create({ fetchApi, discoveryApi });
  return { client, requests };
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });
}

describe('TaskCenterClient', () => {
  it('asks for a page of tasks with every filter, repeated for each status', async () => {
    const { client, requests } = setUp(() =>
      json({ items: [{ id: 't1' }], totalItems: 1 }),
    );

    const page = await client.listTasks({
      connection: 'shop',
      status: ['running', 'failed'],
      createdBy: 'user:default/ada',
      search: 'price & tax',
      createdAfter: '2026-11-21T14:00:00.000Z',
      orderBy: 'name:asc',
      limit: 25,
      offset: 50,
    });

    expect(page).toEqual({ items: [{ id: 't1' }], totalItems: 1 });
    const url = new URL(requests[0].url);
    expect(url.href.split('?')[0]).toBe(`${BASE_URL}/tasks`);
    expect([...url.searchParams]).toEqual([
      ['connection', 'shop'],
      ['status', 'running'],
      ['status', 'failed'],
      ['createdBy', 'user:default/ada'],
      ['search', 'price & tax'],
      ['createdAfter', '2026-11-21T14:00:00.000Z'],
      ['orderBy', 'name:asc'],
      ['limit', '25'],
      ['offset', '50'],
    ]);
  });

  it('leaves out what has no value, and keeps zero', async () => {
    const { client, requests } = setUp(() =>
      json({ items: [], totalItems: 0 }),
    );

    await client.listTasks({ search: '', status: [] });
    await client.getLogs('t1', { level: 'alert', after: 0, search: undefined });

    expect(requests.map(request => request.url)).toEqual([
      `${BASE_URL}/tasks`,
      `${BASE_URL}/tasks/t1/logs?level=alert&after=0`,
    ]);
  });

  it.each([
    ['statements', '/tasks/a%2Fb/statements?state=failed&limit=10&offset=20'],
    ['rows', '/tasks/a%2Fb/results/3/rows?limit=100&offset=200'],
  ])('reads %s by position, whatever the id is', async (what, path) => {
    const { client, requests } = setUp(() =>
      json({ items: [], totalItems: 0 }),
    );

    await (what === 'rows'
      ? client.getRows('a/b', 3, { limit: 100, offset: 200 })
      : client.listStatements('a/b', {
          state: ['failed'],
          limit: 10,
          offset: 20,
        }));

    expect(requests[0].url).toBe(`${BASE_URL}${path}`);
  });

  it('posts a task as JSON and a script as SQL', async () => {
    const { client, requests } = setUp(({ url }) =>
      url.endsWith('/scripts')
        ? json({ scriptId: 's1', bytes: 8, sha256: 'ab' }, 201)
        : json({ id: 't1' }, 201),
    );
    const request = { connection: 'shop', name: 'Prices', sql: 'SELECT 1' };

    await expect(client.createTask(request)).resolves.toEqual({ id: 't1' });
    await expect(
      client.uploadScript(new Blob(['SELECT 1'])),
    ).resolves.toMatchObject({ scriptId: 's1' });

    expect(
      requests.map(r => [r.method, r.headers.get('content-type')]),
    ).toEqual([
      ['POST', 'application/json'],
      ['POST', 'application/sql'],
    ]);
    expect(await requests[0].json()).toEqual(request);
    expect(await requests[1].text()).toBe('SELECT 1');
  });

  it('aborts, deletes, and gives the script as it is', async () => {
    const { client, requests } = setUp(({ method, url }) => {
      if (method === 'DELETE') {
        return new Response(null, { status: 204 });
      }
      return url.endsWith('/script')
        ? new Response('SELECT 1;\r\n')
        : json({ id: 't1', abortRequestedAt: 'now' }, 202);
    });

    await expect(client.abortTask('t1')).resolves.toMatchObject({ id: 't1' });
    await expect(client.deleteTask('t1')).resolves.toBeUndefined();
    await expect(client.getScript('t1')).resolves.toBe('SELECT 1;\r\n');

    expect(requests.map(r => `${r.method} ${r.url}`)).toEqual([
      `POST ${BASE_URL}/tasks/t1/abort`,
      `DELETE ${BASE_URL}/tasks/t1`,
      `GET ${BASE_URL}/tasks/t1/script`,
    ]);
  });

  it('resumes a task where it is advised to, and runs it again', async () => {
    const { client, requests } = setUp(({ method }) =>
      method === 'GET'
        ? json({ fromStatement: 7, scriptSha256: 'ab' })
        : json({ id: 't2' }, 201),
    );

    const { fromStatement, scriptSha256 } = await client.getResumeAdvice('t/1');
    await expect(
      client.resumeTask('t/1', { fromStatement: fromStatement!, scriptSha256 }),
    ).resolves.toEqual({ id: 't2' });
    await client.runTaskAgain('t/1');
    await client.runTaskAgain('t/1', { name: 'Once more' });

    expect(requests.map(r => `${r.method} ${r.url}`)).toEqual([
      `GET ${BASE_URL}/tasks/t%2F1/resume`,
      `POST ${BASE_URL}/tasks/t%2F1/resume`,
      `POST ${BASE_URL}/tasks/t%2F1/run-again`,
      `POST ${BASE_URL}/tasks/t%2F1/run-again`,
    ]);
    const bodies = await Promise.all(requests.slice(1).map(r => r.json()));
    expect(bodies).toEqual([
      { fromStatement: 7, scriptSha256: 'ab' },
      {},
      { name: 'Once more' },
    ]);
  });

  it('says where the browser downloads from', async () => {
    const { client } = setUp(() => json({}));

    await expect(client.resultsDownloadUrl('t1')).resolves.toBe(
      `${BASE_URL}/tasks/t1/results/download`,
    );
    await expect(
      client.resultsDownloadUrl('t1', {
        sets: [2, 5],
        format: { bom: true, separator: 'semicolon', nullText: '' },
      }),
    ).resolves.toBe(
      `${BASE_URL}/tasks/t1/results/download?set=2&set=5&bom=true&separator=semicolon`,
    );
    await expect(
      client.resultSetDownloadUrl('t1', 3, { neutralizeFormulas: false }),
    ).resolves.toBe(
      `${BASE_URL}/tasks/t1/results/3/download?neutralizeFormulas=false`,
    );
    await expect(client.logDownloadUrl('t1', 'alert')).resolves.toBe(
      `${BASE_URL}/tasks/t1/logs/download?level=alert`,
    );
  });

  it('throws what the backend said', async () => {
    const { client } = setUp(() =>
      json(
        {
          error: {
            name: 'ConflictError',
            message: 'The task is completed already',
          },
          response: { statusCode: 409 },
        },
        409,
      ),
    );

    const error = await client.abortTask('t1').catch(e => e);

    expect(error).toBeInstanceOf(ResponseError);
    expect(error.response.status).toBe(409);
    expect(error.cause).toMatchObject({
      name: 'ConflictError',
      message: 'The task is completed already',
    });
  });
});
