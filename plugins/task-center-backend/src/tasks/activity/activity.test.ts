import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { taskCenterTaskReadPermission } from 'backstage-plugin-task-center-common';
import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { insertTask } from '../../__testUtils__/insertTask';
import {
  startTaskCenter,
  TestTaskCenter,
} from '../../__testUtils__/startTaskCenter';
import {
  createTaskConditionalDecision,
  taskConditions,
} from '../permissions/conditionExports';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const DAY = '/activity?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z';

/** Linus sees his own tasks and those on shop, eve none. */
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () =>
    mockServices.permissions.mock({
      authorizeConditional: (async (requests: any[], options: any) => {
        const user = options.credentials.principal.userEntityRef;
        return requests.map(({ permission }) => {
          if (permission.name !== taskCenterTaskReadPermission.name) {
            return { result: AuthorizeResult.ALLOW };
          }
          return user === 'user:default/linus'
            ? createTaskConditionalDecision(permission, {
                anyOf: [
                  taskConditions.isCreator({ userRef: user }),
                  taskConditions.isOnConnection({ connections: ['shop'] }),
                ],
              })
            : {
                result:
                  user === 'user:default/eve'
                    ? AuthorizeResult.DENY
                    : AuthorizeResult.ALLOW,
              };
        });
      }) as any,
    }),
});

describe.each(databases.eachSupportedId())('the activity, in %p', id => {
  let knex: Knex;
  let taskCenter: TestTaskCenter;
  let inserted = 0;

  async function insert(
    createdAt: string,
    columns: Parameters<typeof insertTask>[1] extends infer C
      ? Partial<C>
      : never,
    durationMs?: number,
  ) {
    const created = Date.parse(createdAt);
    await insertTask(knex, {
      status: 'completed',
      created_at: created,
      ...(durationMs !== undefined && {
        started_at: created + 5,
        finished_at: created + 5 + durationMs,
      }),
      ...columns,
      id: `t${(inserted += 1)}`,
    });
  }

  beforeAll(async () => {
    knex = await databases.init(id);
    taskCenter = await startTaskCenter({
      knex,
      connections: {},
      config: { worker: { enabled: false } },
      rootConfig: { permission: { enabled: true } },
      features: [permissions],
    });
    await insert('2026-02-28T23:59:59.999Z', {}, 1);
    await insert('2026-03-01T00:00:00.000Z', {}, 12_345);
    await insert('2026-03-01T00:59:59.999Z', { failed_statements: 2 }, 5);
    await insert('2026-03-01T01:00:00.000Z', { rolled_back_statements: 1 }, 0);
    await insert('2026-03-01T13:30:00.000Z', { status: 'failed' }, 99_999);
    await insert('2026-03-01T13:31:00.000Z', { status: 'failed' });
    await insert('2026-03-01T13:32:00.000Z', { status: 'aborted' }, 9_999);
    await insert('2026-03-01T23:59:59.999Z', {
      status: 'failed',
      connection: 'ledger',
      created_by: 'user:default/linus',
    });
    await insert(
      '2026-03-01T22:00:00.000Z',
      { connection: 'ledger' },
      1_234_567_890,
    );
    await insert('2026-03-02T00:00:00.000Z', { status: 'running' });
    await insert('2026-03-02T00:00:00.000Z', { status: 'preparing' });
    await insert('2026-03-02T00:00:01.000Z', {
      status: 'preparing',
      connection: 'ledger',
    });
  });

  afterAll(() => taskCenter.stop());

  const get = async (user: string, path: string) =>
    (await taskCenter.as(user).get(path).expect(200)).body;

  it('counts the tasks of each hour by their status', async () => {
    const { buckets } = await get('ada', DAY);

    expect(buckets).toHaveLength(24);
    expect(buckets[0]).toEqual({
      from: '2026-03-01T00:00:00.000Z',
      to: '2026-03-01T01:00:00.000Z',
      tasks: { preparing: 0, running: 0, completed: 2, failed: 0, aborted: 0 },
      completedWithFailures: 1,
    });
    expect(buckets[1]).toMatchObject({
      tasks: { completed: 1 },
      completedWithFailures: 1,
    });
    expect(buckets[13]).toMatchObject({
      from: '2026-03-01T13:00:00.000Z',
      tasks: { completed: 0, failed: 2, aborted: 1 },
    });
    expect(buckets[23].tasks.failed).toBe(1);
    const all = buckets.flatMap((bucket: any) => Object.values(bucket.tasks));
    expect(all.reduce((a: number, b: number) => a + b)).toBe(8);
  });

  it('counts by connection, and how long tasks took', async () => {
    const { connections, now } = await get('ada', DAY);

    expect(connections).toEqual([
      {
        connection: 'shop',
        tasks: 6,
        failed: 2,
        // Of 0, 5, 9,999, 12,345 and 99,999.
        medianDurationMs: 9_900,
        longestDurationMs: 99_999,
      },
      {
        connection: 'ledger',
        tasks: 2,
        failed: 1,
        medianDurationMs: 1_200_000_000,
        longestDurationMs: 1_234_567_890,
      },
    ]);
    expect(now).toEqual({ preparing: 2, running: 1 });
  });

  it('counts only what the caller may see and asks for', async () => {
    const seen = await get('linus', DAY);
    expect(seen.connections).toMatchObject([
      { connection: 'shop', tasks: 6 },
      { connection: 'ledger', tasks: 1 },
    ]);
    expect(seen.now).toEqual({ preparing: 1, running: 1 });

    const ledger = await get('ada', `${DAY}&connection=ledger`);
    expect(ledger.connections).toHaveLength(1);
    expect(ledger.now).toEqual({ preparing: 1, running: 0 });
    const both = await get('ada', `${DAY}&connection=ledger&connection=shop`);
    expect(both.connections).toHaveLength(2);
    const own = await get('ada', `${DAY}&createdBy=user:default/linus`);
    expect(own.connections).toEqual([
      { connection: 'ledger', tasks: 1, failed: 1 },
    ]);

    const { body } = await taskCenter.as('eve').get(DAY).expect(403);
    expect(body.error.message).toBe('You may not see tasks.');
  });

  it('lists the tasks of several connections', async () => {
    const list = (query: string) => get('ada', `/tasks?limit=0&${query}`);
    expect((await list('connection=ledger')).totalItems).toBe(3);
    expect((await list('connection=ledger&connection=shop')).totalItems).toBe(
      12,
    );
  });

  it('begins days at midnight where the person is, when the clocks change too', async () => {
    const path =
      '/activity?from=2026-03-27T23:00:00Z&to=2026-03-30T22:00:00Z&timeZone=Europe/Zurich';
    const edges = async (step: string) =>
      (await get('ada', `${path}&step=${step}`)).buckets.map((each: any) =>
        each.from.slice(5, 13),
      );
    // Summer time begins on 29 March.
    expect(await edges('1d')).toEqual(['03-27T23', '03-28T23', '03-29T22']);
    expect((await edges('6h')).slice(3, 9)).toEqual([
      '03-28T17',
      '03-28T23',
      '03-29T04',
      '03-29T10',
      '03-29T16',
      '03-29T22',
    ]);
    expect(await edges('1h')).toHaveLength(71);
  });

  it.each([
    ['/activity', 'from'],
    ['/activity?from=2026-03-01T00:00:00Z', 'to'],
    ['/activity?from=yesterday&to=2026-03-01T00:00:00Z', 'ISO 8601'],
    [`${DAY}&step=1m`, 'step'],
    [`${DAY}&timeZone=Mars/Olympus`, "no time zone 'Mars/Olympus'"],
    [`${DAY.replace('03-02', '03-01')}`, 'end after it begins'],
    [`${DAY.replace('03-02', '06-03')}&step=1d`, 'longer than 93 days'],
    [`${DAY.replace('03-02', '04-01')}`, 'more than 400 parts'],
  ])('refuses %s', async (path, sentence) => {
    const { body } = await taskCenter.as('ada').get(path).expect(400);
    expect(body.error.message).toContain(sentence);
  });
});

describe('the activity, of which SQLite counts some at a time', () => {
  it('is no longer counted when nobody waits for it', async () => {
    const knex = await databases.init('SQLITE_3');
    const taskCenter = await startTaskCenter({
      knex,
      connections: {},
      config: { worker: { enabled: false } },
    });
    const { id: _, ...task } = await insertTask(knex, { id: 'first' });
    const from = Date.parse('2026-01-01T00:00:00Z');
    const tasks = Array.from({ length: 60_000 }, (_each, n) => ({
      ...task,
      id: `t${n}`,
      created_at: from + n * 20_000,
    }));
    await knex.batchInsert('tasks', tasks, 200);
    const path = '/activity?from=2026-01-01T00:00:00Z&to=2026-01-15T00:00:00Z';
    const request = taskCenter.as('ada').get(path);
    let counted = 0;
    knex.on('query', ({ sql }: { sql: string }) => {
      if (sql.includes('duration')) {
        counted += 1;
        if (counted === 3) {
          request.abort();
        }
      }
    });

    await request.catch(() => {});
    let before;
    do {
      before = counted;
      await setTimeout(300);
    } while (counted > before);

    expect(counted).toBeGreaterThanOrEqual(3);
    expect(counted).toBeLessThan(10);
    await taskCenter.stop();
  });
});
