import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  DatabaseEngine,
  DatabaseError,
  taskCenterEnginesExtensionPoint,
} from 'backstage-plugin-task-center-node';
import { Task } from 'backstage-plugin-task-center-common';
import { createTestDatabases } from './__testUtils__/createTestDatabases';
import { createTestMariadb, TestMariadb } from './__testUtils__/mariadb';
import {
  startTaskCenter,
  TestTaskCenter,
  TestUser,
} from './__testUtils__/startTaskCenter';

const databases = createTestDatabases();
jest.setTimeout(60_000);

/** What reached the sessions of the engine below, one list for each session. */
let sessions: string[][] = [];
/** How many sessions are refused before one is opened. */
let refusals = 0;

/** An engine whose session is found dead before a statement that says so. */
const engine: DatabaseEngine = {
  id: 'brittle',
  dialect: 'mysql',
  describe: () => ({}),
  endOrphanedSession: async () => {},
  async openSession() {
    if (refusals > 0) {
      refusals -= 1;
      throw new DatabaseError('connection refused', {
        connectionLost: true,
        transient: true,
      });
    }
    const sent: string[] = [];
    sessions.push(sent);
    return {
      id: `session ${sessions.length}`,
      description: `session ${sessions.length}`,
      isOpen: true,
      async execute(sql) {
        if (/DEAD/.test(sql) && sessions.length === 1) {
          throw new DatabaseError('the server has gone away', {
            connectionLost: true,
            transient: true,
          });
        }
        sent.push(sql);
        return { affectedRows: 1, inTransaction: /^BEGIN/.test(sql) };
      },
      cancel: async () => {},
      close: async () => {},
    };
  },
};

const brittleEngine = createBackendModule({
  pluginId: 'task-center',
  moduleId: 'brittle-engine',
  register(env) {
    env.registerInit({
      deps: { engines: taskCenterEnginesExtensionPoint },
      async init({ engines }) {
        engines.addEngine(engine);
      },
    });
  },
});

describe('what is tried again', () => {
  let mariadb: TestMariadb;
  let taskCenter: TestTaskCenter;
  let ada: TestUser;

  beforeAll(async () => {
    mariadb = await createTestMariadb();
    await mariadb.admin.query('CREATE TABLE t (id INT PRIMARY KEY, n INT)');
    const { host, port, user, password, database } = mariadb;
    const entityRef = 'resource:default/shop-db';
    taskCenter = await startTaskCenter({
      knex: await databases.init('SQLITE_3'),
      connections: {
        shop: {
          engine: 'mysql',
          entityRef,
          connection: { host, port, user, password, database },
        },
        brittle: { engine: 'brittle', entityRef, connection: {} },
      },
      features: [brittleEngine],
    });
    ada = taskCenter.as('ada');
  });

  afterAll(async () => {
    await taskCenter.stop();
    await mariadb.drop();
  });

  beforeEach(async () => {
    sessions = [];
    refusals = 0;
    await mariadb.admin.query('DELETE FROM t');
    await mariadb.admin.query('INSERT INTO t VALUES (1, 0)');
  });

  const count = async () => {
    const [rows] = await mariadb.admin.query<any[]>(
      'SELECT n FROM t WHERE id = 1',
    );
    return rows[0].n;
  };

  async function tries(task: Task): Promise<string[]> {
    const { body } = await ada.get(
      `/tasks/${task.id}/logs?search=trying%20again`,
    );
    return body.items.map((line: { message: string }) => line.message);
  }

  /** Holds the lock of the row until a task has tried once. */
  async function whileLocked(sql: string): Promise<Task> {
    await mariadb.admin.query('BEGIN');
    await mariadb.admin.query('SELECT * FROM t WHERE id = 1 FOR UPDATE');
    const task = await ada.create({ sql });
    for (;;) {
      const [{ body: alert }, { body: now }] = [
        await ada.get(`/tasks/${task.id}/logs?level=alert`),
        await ada.get(`/tasks/${task.id}`),
      ];
      if (alert.totalItems > 0 || now.status === 'failed') {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    await mariadb.admin.query('COMMIT');
    return ada.ended(task.id);
  }

  it('is a statement that did not get its lock, once it can', async () => {
    const task = await whileLocked(
      'SET innodb_lock_wait_timeout = 1; UPDATE t SET n = n + 1 WHERE id = 1; UPDATE t SET n = n + 10 WHERE id = 1',
    );
    expect(task).toMatchObject({ status: 'completed', failedStatements: 0 });
    expect(await count()).toBe(11);
    const [first] = await tries(task);
    expect(first).toMatch(/^1205 .*Try 1 of 5; trying again in [\d.]+ s\.$/);
  });

  it('is nothing that is part of a transaction', async () => {
    const task = await whileLocked(
      'SET innodb_lock_wait_timeout = 1; BEGIN; UPDATE t SET n = n + 1 WHERE id = 1; COMMIT',
    );
    expect(task).toMatchObject({
      status: 'failed',
      failure: { code: 'statement-failed', statement: 3 },
    });
    expect(await tries(task)).toEqual([]);
    expect(await count()).toBe(0);
  });

  it('is no other failure', async () => {
    const task = await ada.run({ sql: 'INSERT INTO t VALUES (1, 5)' });
    expect(task).toMatchObject({ status: 'failed' });
    expect(await tries(task)).toEqual([]);
  });

  it('is a server that cannot be reached just now', async () => {
    refusals = 2;
    const task = await ada.run({ connection: 'brittle', sql: 'DO 1' });
    expect(task).toMatchObject({ status: 'completed' });
    expect(await tries(task)).toHaveLength(2);
  });

  it('is a statement before which the session was lost, with the settings made again', async () => {
    const task = await ada.run({
      connection: 'brittle',
      sql: 'USE shop; SET foreign_key_checks = 0; SELECT 1; INSERT INTO DEAD VALUES (1); SELECT 2',
    });
    expect(task).toMatchObject({ status: 'completed', succeededStatements: 5 });
    expect(sessions).toEqual([
      ['USE shop', 'SET foreign_key_checks = 0', 'SELECT 1'],
      [
        'USE shop',
        'SET foreign_key_checks = 0',
        'INSERT INTO DEAD VALUES (1)',
        'SELECT 2',
      ],
    ]);
  });

  it('is nothing that asks a session that was opened again for what the lost one knew', async () => {
    const task = await ada.run({
      connection: 'brittle',
      sql: 'INSERT INTO parent VALUES (1); INSERT INTO DEAD VALUES (1); INSERT INTO child VALUES (LAST_INSERT_ID())',
    });
    expect(task).toMatchObject({
      status: 'failed',
      succeededStatements: 2,
      failure: { code: 'connection-failed', statement: 3 },
    });
    expect(sessions.flat()).not.toContain(
      'INSERT INTO child VALUES (LAST_INSERT_ID())',
    );
  });

  it('was sent before, and is not taken for one that never was when the run is stopped', async () => {
    await mariadb.admin.query('BEGIN');
    await mariadb.admin.query('SELECT * FROM t WHERE id = 1 FOR UPDATE');
    const task = await ada.create({
      sql: 'SET innodb_lock_wait_timeout = 1; UPDATE t SET n = n + 1 WHERE id = 1',
    });
    while ((await tries(task)).length === 0) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    await ada.post(`/tasks/${task.id}/abort`).expect(202);
    expect(await ada.ended(task.id)).toMatchObject({ status: 'aborted' });
    await mariadb.admin.query('COMMIT');
    const { body } = await ada.get(`/tasks/${task.id}/statements`);
    // The next try may have been under way already.
    expect(['failed', 'aborted']).toContain(body.items[1].state);
  });

  it.each([
    ['a variable', 'SET @id = LAST_INSERT_ID(); INSERT INTO DEAD VALUES (1)'],
    ['a transaction', 'BEGIN; INSERT INTO DEAD VALUES (1)'],
    ['the last id', 'DO 1; INSERT INTO DEAD VALUES (LAST_INSERT_ID())'],
  ])('is nothing when %s went with the session', async (_, sql) => {
    const task = await ada.run({ connection: 'brittle', sql });
    expect(task).toMatchObject({
      status: 'failed',
      failure: { code: 'connection-failed', statement: 2 },
    });
    expect(sessions).toHaveLength(1);
    const { body } = await ada.get(`/tasks/${task.id}/statements`);
    expect(body.items[1]).toMatchObject({ state: 'skipped' });
  });
});
