import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertTask } from '../__testUtils__/insertTask';
import { createTestMariadb, TestMariadb } from '../__testUtils__/mariadb';
import { ConnectionRegistry, readConnections } from '../connections';
import { applyMigrations, databaseNow, TaskRow } from '../database';
import { MysqlEngine } from '../engines';
import { ResultSetStore } from '../results';
import { DatabaseSegmentStore } from '../streams';
import { readLogPage, readStatementPage } from '../tasks';
import { LeaseLostError, RunRecord } from './record';
import { TaskRecovery, TaskRecoveryOptions } from './TaskRecovery';

const databases = createTestDatabases();
const logger = mockServices.logger.mock();
jest.setTimeout(60_000);

async function recover(options: TaskRecoveryOptions): Promise<void> {
  await Promise.all(await TaskRecovery.create(options).look());
}

describe.each(databases.eachSupportedId())('TaskRecovery in %p', databaseId => {
  let mariadb: TestMariadb;

  beforeEach(async () => {
    mariadb = await createTestMariadb();
  });

  afterEach(async () => {
    await mariadb.drop();
  });

  async function setUp() {
    const knex = await databases.init(databaseId);
    await applyMigrations(knex);
    const { host, port, user, password, database } = mariadb;
    const connections = ConnectionRegistry.create(
      readConnections(
        new ConfigReader({
          taskCenter: {
            connections: {
              shop: {
                engine: 'mysql',
                entityRef: 'resource:default/shop-db',
                connection: { host, port, user, password, database },
              },
            },
          },
        }),
      ),
      [MysqlEngine.create()],
    );
    const segments = DatabaseSegmentStore.create(knex);
    return { knex, connections, segments };
  }

  it('ends the session of a lost worker, then the task, and says what is unknown', async () => {
    const { knex, connections, segments } = await setUp();
    const connection = connections.get('shop');
    const session = await connection.databaseEngine.openSession({
      config: connection.config,
      signal: new AbortController().signal,
      logger,
    });
    const sleeping = session
      .execute('SELECT SLEEP(300)', { sink: {} as any, maxRows: 1 })
      .catch(error => error);
    const task = await insertTask(knex, {
      id: 'a-task',
      status: 'running',
      attempt: 1,
      worker_id: 'lost',
      lease_expires_at: 0,
    });
    const record = RunRecord.create({
      knex,
      segments,
      resultSetStore: ResultSetStore.create(knex),
      task,
    });
    for (let line = 1; line <= 5; line++) {
      record.addStatement({ line, text: `SELECT ${line}` });
    }
    record.addOutcome({ state: 'succeeded', at: 1, ms: 1 });
    await record.save({
      total_statements: 5,
      dispatched_through: 3,
      server_session: session.id,
    });

    await recover({ knex, segments, connections, logger });

    expect((await sleeping).name).toBe('DatabaseError');
    const [rows] = await mariadb.admin.query<any[]>(
      'SELECT id FROM information_schema.processlist WHERE info LIKE "SELECT SLEEP%"',
    );
    expect(rows).toEqual([]);
    const row = await knex<TaskRow>('tasks').first();
    expect(row).toMatchObject({
      status: 'failed',
      failure_code: 'worker-lost',
      failure_message:
        'The worker that ran the task was lost. What became of 1 of 5 statements is known. Whether statements 2 to 3 took effect is unknown. Nothing after statement 3 was sent. Its session on the database server is gone.',
    });
    const ledger = await readStatementPage(segments, row!, {
      offset: 0,
      limit: 10,
    });
    expect(ledger.items.map(statement => statement.state)).toEqual([
      'succeeded',
      'unknown',
      'unknown',
      'skipped',
      'skipped',
    ]);
    const unknown = await readStatementPage(segments, row!, {
      states: ['unknown'],
      offset: 1,
      limit: 10,
    });
    expect(unknown).toMatchObject({
      totalItems: 2,
      items: [{ index: 3, text: 'SELECT 3' }],
    });
    const log = await readLogPage(segments, 'a-task', {
      level: 'alert',
      offset: 0,
      limit: 10,
    });
    expect(log.items[0].message).toBe(row!.failure_message);

    // The lost worker comes back: it must not write any more.
    record.addLog('INFO', 'still here');
    await expect(record.finish('completed')).rejects.toThrow(LeaseLostError);
    await session.close();
  });

  it('fails a task whose connection is gone, when no worker took it for long', async () => {
    const { knex, connections, segments } = await setUp();
    const old = knex.raw('? - 600000', [databaseNow(knex)]);
    const connection = 'removed';
    await insertTask(knex, { id: 'old', connection, created_at: old });
    await insertTask(knex, { id: 'new', connection });
    await insertTask(knex, { id: 'known', created_at: old });

    await recover({ knex, segments, connections, logger });

    const rows = await knex<TaskRow>('tasks').orderBy('id');
    expect(rows.map(row => [row.id, row.status, row.failure_code])).toEqual([
      ['known', 'preparing', null],
      ['new', 'preparing', null],
      ['old', 'failed', 'connection-failed'],
    ]);
  });

  it('begins to recover tasks also when it cannot end those that nobody will take', async () => {
    const { knex, connections, segments } = await setUp();
    await insertTask(knex, {
      ...{ id: 'old', connection: 'removed' },
      created_at: knex.raw('? - 600000', [databaseNow(knex)]),
    });
    await insertTask(knex, {
      ...{ id: 'lost', status: 'running', attempt: 1, worker_id: 'lost' },
      lease_expires_at: 0,
    });
    jest.spyOn(segments, 'put').mockRejectedValueOnce(new Error('disk full'));

    await recover({ knex, segments, connections, logger });

    const rows = await knex<TaskRow>('tasks').orderBy('id');
    expect(rows.map(row => [row.id, row.status])).toEqual([
      ['lost', 'failed'],
      ['old', 'preparing'],
    ]);
  });

  it('leaves tasks alone whose worker lives', async () => {
    const { knex, connections, segments } = await setUp();
    await insertTask(knex, {
      id: 'a-task',
      status: 'running',
      attempt: 1,
      worker_id: 'alive',
      lease_expires_at: knex.raw('? + 10000', [databaseNow(knex)]),
    });

    await recover({ knex, segments, connections, logger });

    expect(await knex<TaskRow>('tasks').first()).toMatchObject({
      status: 'running',
    });
  });

  it('leaves a task to those who know its connection, and to those who run tasks, for some time', async () => {
    const { knex, connections, segments } = await setUp();
    const ago = (ms: number) => knex.raw('? - ?', [databaseNow(knex), ms]);
    const running = { status: 'running', attempt: 1, worker_id: 'lost' };
    for (const [id, connection, ms] of [
      ['known-1', 'shop', 1_000],
      ['known-2', 'shop', 70_000],
      ['unknown-1', 'removed', 70_000],
      ['unknown-2', 'removed', 600_000],
    ] as const) {
      const lease_expires_at = ago(ms);
      await insertTask(knex, { id, connection, ...running, lease_expires_at });
    }
    const failedAfter = async (patienceMs: number) => {
      await recover({ knex, segments, connections, logger, patienceMs });
      const failed = knex<TaskRow>('tasks').where({ status: 'failed' });
      return (await failed.orderBy('id')).map(({ id }) => id);
    };

    expect(await failedAfter(60_000)).toEqual(['known-2', 'unknown-2']);
    expect(await failedAfter(0)).toEqual(['known-1', 'known-2', 'unknown-2']);
  });

  it('looks on and keeps its lease while a server is slow to end a session', async () => {
    const { knex, connections, segments } = await setUp();
    let answer = () => {};
    const slow = new Promise<void>(resolve => {
      answer = resolve;
    });
    const { databaseEngine } = connections.get('shop');
    databaseEngine.endOrphanedSession = () => slow;
    const lost = { status: 'running', attempt: 1, worker_id: 'lost' } as const;
    await insertTask(knex, {
      ...{ ...lost, id: 'slow', lease_expires_at: 0 },
      server_session: 'a-session',
    });
    const readLease = async () => {
      const task = await knex<TaskRow>('tasks').where({ id: 'slow' }).first();
      return Number(task!.lease_expires_at);
    };
    const recovery = TaskRecovery.create({
      ...{ knex, segments, connections, logger },
    });

    const begun = await recovery.look();
    while ((await readLease()) === 0) await new Promise(setImmediate);
    await insertTask(knex, { ...lost, id: 'quick', lease_expires_at: 0 });
    begun.push(...(await recovery.look()));
    const untilRenewed = async (lease: number) => {
      while ((await readLease()) <= lease) {
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    };
    await untilRenewed(await readLease());
    answer();
    await Promise.all(begun);

    expect(begun).toHaveLength(2);
    for (const task of await knex<TaskRow>('tasks')) {
      expect(task).toMatchObject({ status: 'failed', attempt: 2 });
    }
  });

  it('is done once, by however many', async () => {
    const { knex, connections, segments } = await setUp();
    for (let n = 0; n < 20; n++) {
      await insertTask(knex, {
        id: `task-${n}`,
        status: 'running',
        attempt: 1,
        worker_id: 'lost',
        lease_expires_at: 0,
      });
    }
    const options = { knex, segments, connections, logger };
    await Promise.all(Array.from({ length: 4 }, () => recover(options)));

    for (const { id, status, attempt } of await knex<TaskRow>('tasks')) {
      const log = await readLogPage(segments, id, {
        level: 'alert',
        offset: 0,
        limit: 10,
      });
      expect([status, attempt, log.totalItems]).toEqual(['failed', 2, 1]);
    }
  });
});
