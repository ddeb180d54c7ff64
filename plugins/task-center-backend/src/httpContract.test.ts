import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabases } from './__testUtils__/createTestDatabases';
import {
  startTaskCenter,
  TestTaskCenter,
  TestUser,
} from './__testUtils__/startTaskCenter';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('HTTP, with %p', databaseId => {
  const directory = mkdtempSync(join(tmpdir(), 'task-center-'));
  let taskCenter: TestTaskCenter;
  let ada: TestUser;
  let grace: TestUser;
  let linus: TestUser;

  beforeAll(async () => {
    const connections: Record<string, object> = {};
    for (const [id, entity] of [
      ['shop', 'shop-db'],
      ['ledger', 'ledger-db'],
    ]) {
      const filename = join(directory, `${id}.sqlite`);
      new Database(filename).exec('CREATE TABLE t (id INTEGER)').close();
      connections[id] = {
        title: `The ${id}`,
        engine: 'sqlite',
        entityRef: `resource:default/${entity}`,
        connection: { filename },
        limits: { resultRows: { default: 5, max: 100 } },
      };
    }
    connections.gone = {
      engine: 'sqlite',
      entityRef: 'resource:default/shop-db',
      connection: { filename: join(directory, 'not-there.sqlite') },
    };
    taskCenter = await startTaskCenter({
      knex: await databases.init(databaseId),
      connections: connections as any,
      config: { scripts: { maxBytes: 200_000, maxInlineBytes: 50_000 } },
    });
    ada = taskCenter.as('ada');
    grace = taskCenter.as('grace');
    linus = taskCenter.as('linus');
  });

  afterAll(async () => {
    await taskCenter.stop();
    rmSync(directory, { recursive: true });
  });

  it('lists the connections without their secrets', async () => {
    const { body } = await ada.get('/connections').expect(200);
    expect(body.items).toHaveLength(3);
    expect(body.items[0]).toEqual({
      id: 'shop',
      title: 'The shop',
      engine: 'sqlite',
      dialect: 'sqlite',
      entityRef: 'resource:default/shop-db',
      database: 'shop.sqlite',
      maxConcurrentTasks: 2,
      limits: {
        resultRows: { default: 5, max: 100 },
        resultBytes: { resultSet: 8e9, task: 16e9 },
        executionTimeoutSeconds: { default: 172_800, max: 1_728_000 },
        scriptBytes: { max: 200_000 },
      },
      canCreateTask: true,
    });
  });

  it.each([
    [{ connection: 'nowhere' }, 404, "There is no connection 'nowhere'"],
    [{ name: '  ' }, 400, 'needs a name'],
    [{ name: 'n'.repeat(201) }, 400, 'longer than 200'],
    [{ sql: '' }, 400, 'no statement'],
    [{ sql: '-- only\n/* comments */ ;;' }, 400, 'no statement'],
    [{ sql: 'SELECT 1;\n.read other.sql\n' }, 400, 'Line 2'],
    [{ sql: undefined }, 400, 'needs a script'],
    [{ scriptId: 'x' }, 400, 'needs a script'],
    [{ sql: undefined, scriptId: 'x' }, 404, "no uploaded script 'x'"],
    [{ sql: `SELECT '${'x'.repeat(250_000)}'` }, 400, 'Upload it'],
    [{ resultLimit: 0 }, 400, 'from 1 to 100'],
    [{ resultLimit: 101 }, 400, 'from 1 to 100'],
    [{ resultLimit: 1.5 }, 400, 'whole number'],
    [{ executionTimeoutSeconds: 1_728_001 }, 400, 'from 1 to 1728000'],
    [{ statementTimeoutSeconds: 172_801 }, 400, 'from 1 to 172800'],
    [{ delimiter: ' ' }, 400, 'delimiter'],
    [{ delimiter: '' }, 400, 'delimiter'],
    [{ delimiter: ';'.repeat(65) }, 400, 'delimiter'],
    [{ name: 'a\0b' }, 400, 'control characters'],
    [{ description: 'a\0b' }, 400, 'control characters'],
    [{ name: 'a\u202eb' }, 400, 'direction'],
    [{ sql: "SELECT '\ud800'" }, 400, 'surrogate'],
    [{ errorHandling: 'ignore' }, 400, "'abort'"],
    [{ transactionMode: 'all' }, 400, "'script'"],
    [
      { transactionMode: 'script', errorHandling: 'continue' },
      400,
      'nothing to go on with',
    ],
    [{ limit: 3 }, 400, 'additional properties'],
  ])(
    'refuses a bad request (%#) and stores nothing',
    async (change, status, sentence) => {
      const before = await ada.get('/tasks');
      const response = await ada.post('/tasks', {
        connection: 'shop',
        name: 'A task',
        sql: 'SELECT 1',
        ...change,
      });
      expect({
        status: response.status,
        message: response.body.error?.message,
      }).toEqual({ status, message: expect.stringContaining(sentence) });
      const after = await ada.get('/tasks');
      expect(after.body.totalItems).toBe(before.body.totalItems);
    },
  );

  it.each([
    '/tasks?limit=1001',
    '/tasks?offset=-1',
    '/tasks?status=done',
    '/tasks?orderBy=description',
    '/tasks?createdAfter=yesterday',
    '/tasks?unknown=1',
    '/tasks?search=%00',
    '/tasks/%00',
    '/tasks?offset=99999999999999999999',
    '/tasks/x/results/99999999999/rows',
    '/tasks/x/logs?level=debug',
    '/tasks/x/logs/find',
    '/tasks/x/timeline?buckets=0',
  ])('refuses %s', async path => {
    const { body } = await ada.get(path).expect(400);
    expect(body.error.name).toBe('InputError');
  });

  it('answers 404 for what is not there', async () => {
    const task = await ada.run({ sql: 'SELECT 1' });
    for (const path of [
      '/tasks/nothing',
      '/tasks/nothing/statements',
      '/tasks/nothing/logs',
      '/tasks/nothing/logs/find?text=a',
      '/tasks/nothing/timeline',
      '/tasks/nothing/results',
      '/tasks/nothing/script',
      `/tasks/${task.id}/results/2/rows`,
    ]) {
      expect((await ada.get(path)).status).toBe(404);
    }
  });

  it('runs an uploaded script, byte for byte', async () => {
    const sql = `\uFEFFSELECT 'é🙂\r\n';\r\n-- ${'x'.repeat(
      150_000,
    )}\nSELECT 2;`;
    const { body: script } = await ada
      .post('/scripts')
      .set('Content-Type', 'application/sql')
      .send(sql)
      .expect(201);
    expect(script.bytes).toBe(Buffer.byteLength(sql));

    await linus
      .post('/tasks', {
        connection: 'shop',
        name: 'Not theirs',
        scriptId: script.scriptId,
      })
      .expect(404);
    const task = await ada.run({ scriptId: script.scriptId });

    expect(task).toMatchObject({ status: 'completed', totalStatements: 2 });
    expect(
      (await ada.download(`/tasks/${task.id}/script`)).equals(Buffer.from(sql)),
    ).toBe(true);
    const rows = await ada.get(`/tasks/${task.id}/results/1/rows`);
    expect(rows.body.items).toEqual([['é🙂\r\n']]);
  });

  it('refuses an upload that is too large or not UTF-8', async () => {
    for (const [bytes, sentence] of [
      [Buffer.alloc(200_001, 'x'), 'larger than the limit'],
      [Buffer.from('SELECT "\xe9"', 'latin1'), 'not UTF-8'],
    ] as const) {
      const { body, status } = await ada
        .post('/scripts')
        .set('Content-Type', 'application/sql')
        .send(bytes as any);
      expect({ status, message: body.error?.message }).toEqual({
        status: 400,
        message: expect.stringContaining(sentence),
      });
    }
  });

  it('says that rows were cut at the limit, wherever they are shown', async () => {
    const task = await ada.run({
      sql: 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<9) SELECT i FROM n',
    });
    const { body: results } = await ada.get(`/tasks/${task.id}/results`);
    expect(results.items[0]).toMatchObject({ rowCount: 5, truncated: true });
    const { body: logs } = await ada.get(`/tasks/${task.id}/logs?level=alert`);
    expect(logs.items[0]).toMatchObject({
      statement: 1,
      message: expect.stringContaining('cut at the query result limit'),
    });
  });

  it('finds in the log, and tells where the time went', async () => {
    const task = await ada.run({
      sql: 'SELECT 1; INSERT INTO nowhere VALUES (1); SELECT 3',
      errorHandling: 'continue',
    });
    const logs = `/tasks/${task.id}/logs`;
    const { body: errors } = await ada.get(`${logs}?level=error`).expect(200);
    expect(errors.items).toMatchObject([{ level: 'ERROR', statement: 2 }]);
    const [{ index }] = errors.items;
    const { body: there } = await ada.get(
      `${logs}?level=alert&after=${index - 1}&limit=1`,
    );
    expect(there).toMatchObject({ items: errors.items, firstPosition: 0 });

    const find = `${logs}/find?matchCase=true&text`;
    const { body: found } = await ada.get(`${find}=nowhere`).expect(200);
    expect(found.items).toEqual([index]);
    const { body: all } = await ada.get(logs);
    expect(found).toMatchObject({ nextLine: all.totalItems, complete: true });
    const pattern = encodeURIComponent('(no such|NO) table: \\w+');
    const { body: matched } = await ada.get(
      `${find}=${pattern}&regex=true&level=error&limit=0`,
    );
    expect(matched).toMatchObject({ items: [], blocks: [{ count: 1 }] });
    const { body: refused } = await ada
      .get(`${find}=%5B&regex=true`)
      .expect(400);
    expect(refused.error.message).toContain('not a regular expression');

    const { body: timeline } = await ada
      .get(`/tasks/${task.id}/timeline?buckets=2`)
      .expect(200);
    expect(timeline).toMatchObject({ firstStatement: 1, lastStatement: 3 });
    expect(timeline.buckets).toMatchObject([
      { from: 1, to: 2, failed: 1 },
      { from: 3, to: 3, failed: 0 },
    ]);
    expect(timeline.slowest).toHaveLength(3);
    await linus.get(`/tasks/${task.id}/timeline`).expect(200);
  });

  it('fails a task whose database is not there, in plain words', async () => {
    const task = await ada.run({ connection: 'gone', sql: 'SELECT 1' });
    expect(task).toMatchObject({
      status: 'failed',
      failure: {
        code: 'connection-failed',
        message: expect.stringContaining('not-there.sqlite'),
      },
    });
    expect(task.startedAt).toBeUndefined();
    const { body } = await ada.get(`/tasks/${task.id}/statements`);
    expect(body.items).toMatchObject([{ state: 'skipped' }]);
  });

  it('filters, sorts and pages the list', async () => {
    const mark = `mark-${databaseId}`;
    const names = ['b 100%', 'a_c', 'C', 'aXc'];
    for (const name of names) {
      await ada.run({ name, description: mark, sql: 'SELECT 1' });
    }
    await grace.run({ name: 'd', description: mark, sql: 'nonsense' });
    await grace.run({
      connection: 'ledger',
      name: 'e',
      description: mark,
      sql: 'SELECT 1',
    });
    const list = async (query: string) => {
      const { body, status } = await linus.get(`/tasks?${query}`);
      expect({ status, message: body.error?.message }).toEqual({ status: 200 });
      return body.items
        .filter((task: any) => task.description === mark)
        .map((task: any) => task.name);
    };

    expect(await list(`search=${mark.toUpperCase()}&limit=100`)).toEqual([
      'e',
      'd',
      'aXc',
      'C',
      'a_c',
      'b 100%',
    ]);
    expect(await list(`search=${encodeURIComponent('100%')}`)).toEqual([
      'b 100%',
    ]);
    expect(await list('search=a_c')).toEqual(['a_c']);
    expect(await list(`search=${mark}&connection=ledger`)).toEqual(['e']);
    expect(await list(`search=${mark}&status=failed&status=aborted`)).toEqual([
      'd',
    ]);
    expect(await list(`search=${mark}&createdBy=user:default/grace`)).toEqual([
      'e',
      'd',
    ]);
    expect(await list(`search=${mark}&orderBy=connection:asc&limit=1`)).toEqual(
      ['e'],
    );
    expect(
      await list(`search=${mark}&orderBy=createdAt:asc&limit=2&offset=1`),
    ).toEqual(['a_c', 'C']);
    const { body: future } = await linus.get(
      '/tasks?createdAfter=2999-01-01T00:00:00Z',
    );
    expect(future).toEqual({ items: [], totalItems: 0 });
  });

  it('gives results, abort and delete to the creator and the owners alone', async () => {
    const task = await grace.run({ connection: 'shop', sql: 'SELECT 42' });

    expect(task.actions).toEqual([
      'delete',
      'readResults',
      'keepResults',
      'dropResults',
      'runAgain',
    ]);
    const { body: seen } = await linus.get(`/tasks/${task.id}`).expect(200);
    expect(seen.actions).toEqual(['runAgain']);
    await linus.get(`/tasks/${task.id}/logs`).expect(200);
    for (const path of ['results', 'results/1/rows', 'results/download']) {
      const { body } = await linus.get(`/tasks/${task.id}/${path}`).expect(403);
      expect(body.error.message).toContain(
        'owners of resource:default/shop-db',
      );
    }
    await linus.post(`/tasks/${task.id}/abort`).expect(403);
    await linus.delete(`/tasks/${task.id}`).expect(403);
    await linus.delete(`/tasks/${task.id}/results`).expect(403);
    await linus
      .post(`/tasks/${task.id}/results/keep`, { until: '2999-01-01' })
      .expect(403);
    await linus.get(`/tasks/${task.id}/results/1/download`).expect(403);

    const { body: rows } = await ada.get(`/tasks/${task.id}/results/1/rows`);
    expect(rows.items).toEqual([['42']]);
    const { body: conflict } = await ada
      .post(`/tasks/${task.id}/abort`)
      .expect(409);
    expect(conflict.error.message).toContain('completed already');
    await ada.delete(`/tasks/${task.id}`).expect(204);
  });

  it('does not delete a task that has not ended', async () => {
    const task = await ada.create({
      sql: 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n',
    });
    const { body } = await ada.delete(`/tasks/${task.id}`).expect(409);
    expect(body.error.message).toContain('Abort it first');
    await ada.post(`/tasks/${task.id}/abort`).expect(202);
    expect(await ada.ended(task.id)).toMatchObject({ status: 'aborted' });
  });

  it('serves its OpenAPI document', async () => {
    const { body } = await ada.get('/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
    expect(body.servers).toEqual([{ url: '/api/task-center' }]);
    expect(Object.keys(body.paths)).toContain('/tasks/{id}/abort');
  });
});
