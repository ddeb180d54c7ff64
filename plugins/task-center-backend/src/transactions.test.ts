import { JsonObject } from '@backstage/types';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Task } from 'backstage-plugin-task-center-common';
import { createTestDatabases } from './__testUtils__/createTestDatabases';
import { createTestMariadb } from './__testUtils__/mariadb';
import { createTestPostgres } from './__testUtils__/postgres';
import {
  startTaskCenter,
  TestTaskCenter,
  TestUser,
} from './__testUtils__/startTaskCenter';

const databases = createTestDatabases();
jest.setTimeout(60_000);

interface Target {
  connection: JsonObject;
  /** Runs a statement beside the tasks and gives its rows. */
  query(sql: string): Promise<unknown[][]>;
  /** What keeps a session busy. */
  wait: string;
  /** Does not go into a transaction, or ends it. */
  refused: [statement: string, words: string];
  drop(): Promise<void>;
}

async function startMariadb(): Promise<Target> {
  const { admin, drop, host, port, user, password, database } =
    await createTestMariadb();
  return {
    connection: { host, port, user, password, database },
    query: async sql => {
      const [rows] = await admin.query({ sql, rowsAsArray: true });
      return rows as unknown[][];
    },
    wait: 'SELECT SLEEP(300)',
    refused: ['CREATE TABLE u (id INT)', 'CREATE TABLE'],
    drop,
  };
}

async function startPostgres(): Promise<Target> {
  const { admin, drop, host, port, user, password, database } =
    await createTestPostgres();
  return {
    connection: { host, port, user, password, database },
    query: async text => (await admin.query({ text, rowMode: 'array' })).rows,
    wait: 'SELECT pg_sleep(300)',
    refused: ['VACUUM t', 'VACUUM'],
    drop,
  };
}

async function startSqlite(): Promise<Target> {
  const directory = mkdtempSync(join(tmpdir(), 'task-center-test-'));
  const filename = join(directory, 'shop.sqlite');
  return {
    connection: { filename },
    query: async sql => {
      const database = new Database(filename);
      try {
        const statement = database.prepare(sql);
        return statement.reader
          ? (statement.raw().all() as unknown[][])
          : [[statement.run().changes]];
      } finally {
        database.close();
      }
    },
    wait: 'WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n',
    refused: ['VACUUM', 'VACUUM'],
    drop: async () => rmSync(directory, { recursive: true }),
  };
}

describe.each([
  ['mysql', startMariadb],
  ['postgres', startPostgres],
  ['sqlite', startSqlite],
] as const)('transactions on %s', (engine, startTarget) => {
  let target: Target;
  let taskCenter: TestTaskCenter;
  let ada: TestUser;

  beforeAll(async () => {
    target = await startTarget();
    taskCenter = await startTaskCenter({
      knex: await databases.init('SQLITE_3'),
      connections: {
        shop: {
          engine,
          entityRef: 'resource:default/shop-db',
          connection: target.connection,
        },
      },
    });
    ada = taskCenter.as('ada');
  });

  afterAll(async () => {
    await taskCenter.stop();
    await target.drop();
  });

  beforeEach(async () => {
    await target.query('CREATE TABLE t (id INT PRIMARY KEY)');
  });

  afterEach(async () => {
    await target.query('DROP TABLE t');
  });

  const rows = async () =>
    (await target.query('SELECT id FROM t ORDER BY id')).flat().map(Number);

  async function states(task: Task): Promise<string[]> {
    const { body } = await ada.get(`/tasks/${task.id}/statements`);
    return body.items.map((statement: { state: string }) => statement.state);
  }

  async function log(task: Task): Promise<string> {
    const { body } = await ada.get(`/tasks/${task.id}/logs`);
    return body.items.map((l: { message: string }) => l.message).join('\n');
  }

  async function untilRunning(task: Task, index: number): Promise<void> {
    for (;;) {
      const { body } = await ada.get(
        `/tasks/${task.id}/statements?state=running`,
      );
      if (body.items[0]?.index === index) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  it('commit a whole script at its end', async () => {
    const task = await ada.run({
      sql: 'INSERT INTO t VALUES (1); INSERT INTO t VALUES (2); SELECT * FROM t',
      transactionMode: 'script',
    });
    expect(task).toMatchObject({
      status: 'completed',
      transactionMode: 'script',
      succeededStatements: 3,
      rolledBackStatements: 0,
      affectedRows: 2,
    });
    expect(await rows()).toEqual([1, 2]);
    expect(await log(task)).toMatch(/^Committed$/m);
  });

  it('undo a whole script when a statement fails', async () => {
    const task = await ada.run({
      sql: 'INSERT INTO t VALUES (1); INSERT INTO t VALUES (2); SELECT * FROM t; INSERT INTO t VALUES (1); INSERT INTO t VALUES (3)',
      transactionMode: 'script',
    });
    expect(task).toMatchObject({
      status: 'failed',
      failure: { code: 'statement-failed', statement: 4 },
      succeededStatements: 0,
      failedStatements: 1,
      rolledBackStatements: 3,
      affectedRows: 0,
    });
    expect(await rows()).toEqual([]);
    expect(await states(task)).toEqual([
      ...Array(3).fill('rolled-back'),
      'failed',
      'skipped',
    ]);
    expect(await log(task)).toContain(
      'Rolled back: 3 statements from 1 to 4 had succeeded and took no effect',
    );
  });

  it('undo a whole script when it is aborted', async () => {
    const task = await ada.create({
      sql: `INSERT INTO t VALUES (1); ${target.wait}; INSERT INTO t VALUES (2)`,
      transactionMode: 'script',
    });
    await untilRunning(task, 2);
    await ada.post(`/tasks/${task.id}/abort`).expect(202);
    expect(await ada.ended(task.id)).toMatchObject({
      status: 'aborted',
      rolledBackStatements: 1,
      succeededStatements: 0,
    });
    expect(await rows()).toEqual([]);
    expect(await states(task)).toEqual(['rolled-back', 'aborted', 'skipped']);
  });

  it('are refused before anything runs when a statement would end them', async () => {
    const [statement, words] = target.refused;
    const task = await ada.run({
      sql: `INSERT INTO t VALUES (1);\n${statement};\nCOMMIT`,
      transactionMode: 'script',
    });
    expect(task).toMatchObject({
      status: 'failed',
      failure: {
        code: 'implicit-commit',
        message: expect.stringContaining(
          `statement 2 (line 2, ${words}), statement 3 (line 3, COMMIT)`,
        ),
      },
    });
    expect(task.startedAt).toBeUndefined();
    expect(await rows()).toEqual([]);
    expect(await states(task)).toEqual(Array(3).fill('skipped'));
  });

  it('cannot be all or nothing and pass over failures', async () => {
    const { status, body } = await ada.post('/tasks', {
      connection: 'shop',
      name: 'Contradiction',
      sql: 'SELECT 1',
      transactionMode: 'script',
      errorHandling: 'continue',
    });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/continue/);
  });

  it('that a script begins itself keep their meaning, and one that it leaves open is told of', async () => {
    const task = await ada.run({
      sql: `BEGIN; INSERT INTO t VALUES (1); COMMIT;
        BEGIN; INSERT INTO t VALUES (2); ROLLBACK;
        INSERT INTO t VALUES (3);
        BEGIN; INSERT INTO t VALUES (4); INSERT INTO t VALUES (5)`,
    });
    expect(task).toMatchObject({
      status: 'completed',
      succeededStatements: 5,
      rolledBackStatements: 5,
      affectedRows: 2,
    });
    expect(await rows()).toEqual([1, 3]);
    expect(await states(task)).toEqual([
      ...Array(3).fill('succeeded'),
      ...Array(2).fill('rolled-back'),
      ...Array(2).fill('succeeded'),
      ...Array(3).fill('rolled-back'),
    ]);
    const { body } = await ada.get(
      `/tasks/${task.id}/statements?state=rolled-back`,
    );
    expect(body.items.map((s: { index: number }) => s.index)).toEqual([
      4, 5, 8, 9, 10,
    ]);
    expect(await log(task)).toContain(
      'ended without committing the transaction that statement 8 began',
    );
  });

  it('that a script begins itself are undone with its failure', async () => {
    const task = await ada.run({
      sql: 'INSERT INTO t VALUES (1); BEGIN; INSERT INTO t VALUES (2); INSERT INTO t VALUES (1); COMMIT',
    });
    expect(task).toMatchObject({ status: 'failed', rolledBackStatements: 2 });
    expect(await rows()).toEqual([1]);
    expect(await states(task)).toEqual([
      'succeeded',
      'rolled-back',
      'rolled-back',
      'failed',
      'skipped',
    ]);
  });

  it('that go back to a savepoint say that the ledger does not show it', async () => {
    const task = await ada.run({
      sql: 'BEGIN; INSERT INTO t VALUES (1); SAVEPOINT a; INSERT INTO t VALUES (2); ROLLBACK TO SAVEPOINT a; COMMIT',
    });
    expect(task).toMatchObject({ status: 'completed' });
    expect(await log(task)).toContain('What ran since the savepoint is undone');
    expect(await rows()).toEqual([1]);
  });

  if (engine === 'mysql') {
    it('that a procedure ends without a word are noticed', async () => {
      await target.query('CREATE PROCEDURE sneaky() BEGIN COMMIT; END');
      const task = await ada.run({
        sql: 'INSERT INTO t VALUES (1); CALL sneaky(); INSERT INTO t VALUES (2)',
        transactionMode: 'script',
      });
      expect(task).toMatchObject({
        status: 'failed',
        failure: { code: 'implicit-commit', statement: 2 },
        succeededStatements: 1,
        rolledBackStatements: 0,
      });
      // A ROLLBACK within it would look the same from here.
      expect(await states(task)).toEqual(['unknown', 'succeeded', 'skipped']);
      expect(await rows()).toEqual([1]);
      const { body } = await ada.get(`/tasks/${task.id}/resume`).expect(200);
      expect(body).toMatchObject({ neverSentFrom: 3, unknown: { from: 1 } });
    });

    it('that a procedure undoes without a word are not said to have succeeded', async () => {
      await target.query('CREATE PROCEDURE take_back() BEGIN ROLLBACK; END');
      const task = await ada.run({
        sql: 'BEGIN; INSERT INTO t VALUES (1); CALL take_back(); INSERT INTO t VALUES (2)',
      });
      expect(task).toMatchObject({ status: 'completed', affectedRows: 1 });
      expect(await states(task)).toEqual([
        ...['unknown', 'unknown', 'succeeded', 'succeeded'],
      ]);
      expect(await rows()).toEqual([2]);
    });

    it('are not what a procedure runs in, so resuming it is for the person to decide', async () => {
      await target.query(
        'CREATE PROCEDURE twice() BEGIN INSERT INTO t VALUES (1); INSERT INTO t VALUES (1); END',
      );
      const task = await ada.run({ sql: 'CALL twice(); SELECT 1' });
      expect(task).toMatchObject({
        ...{ status: 'failed', failure: { statement: 1 } },
      });
      expect(await rows()).toEqual([1]);
      const { body } = await ada.get(`/tasks/${task.id}/resume`).expect(200);
      expect(body.fromStatement).toBeUndefined();
      expect(body).toMatchObject({
        unknown: { from: 1, to: 1 },
        neverSentFrom: 2,
        reason: expect.stringContaining('may have taken effect in part'),
      });
    });

    it('that cannot be undone as a whole are not said to be', async () => {
      await target.query('CREATE TABLE m (id INT) ENGINE = MyISAM');
      const asked = await ada.run({
        sql: 'BEGIN; INSERT INTO t VALUES (1); INSERT INTO m VALUES (1); ROLLBACK',
      });
      expect(await states(asked)).toEqual([
        ...['unknown', 'unknown', 'unknown', 'succeeded'],
      ]);
      const failed = await ada.run({
        sql: 'INSERT INTO m VALUES (2); INSERT INTO t VALUES (1); INSERT INTO t VALUES (1)',
        transactionMode: 'script',
      });
      expect(await states(failed)).toEqual(['unknown', 'unknown', 'failed']);
      expect(await log(failed)).toContain('could not undo everything');
      expect(await rows()).toEqual([]);
      expect(await target.query('SELECT id FROM m')).toEqual([[1], [2]]);
      await target.query('DROP TABLE m');
    });

    it('that a procedure ends behind our back are not said to be undone', async () => {
      await target.query(
        'CREATE PROCEDURE again() BEGIN COMMIT; START TRANSACTION; END',
      );
      await target.query(
        'CREATE PROCEDURE slowly() BEGIN COMMIT; DO SLEEP(300); END',
      );
      const failed = await ada.run({
        sql: 'INSERT INTO t VALUES (1); CALL again(); INSERT INTO t VALUES (1)',
        transactionMode: 'script',
      });
      expect(failed).toMatchObject({
        status: 'failed',
        rolledBackStatements: 0,
      });
      expect(await states(failed)).toEqual(['unknown', 'unknown', 'failed']);

      const lost = await ada.create({
        sql: 'BEGIN; INSERT INTO t VALUES (2); CALL slowly()',
      });
      await untilRunning(lost, 3);
      for (;;) {
        const [found] = await target.query(
          "SELECT id FROM information_schema.processlist WHERE info = 'DO SLEEP(300)'",
        );
        if (found) {
          await target.query(`KILL ${found[0]}`);
          break;
        }
      }
      expect(await ada.ended(lost.id)).toMatchObject({
        status: 'failed',
        rolledBackStatements: 0,
      });
      expect(await states(lost)).toEqual(Array(3).fill('unknown'));
      expect(await rows()).toEqual([1, 2]);
    });

    it('that a failed statement may have committed are unknown when they are lost', async () => {
      const task = await ada.run({
        sql: 'BEGIN; INSERT INTO t VALUES (1); CREATE TABLE t (id INT)',
      });
      expect(task).toMatchObject({
        status: 'failed',
        rolledBackStatements: 0,
      });
      expect(await rows()).toEqual([1]);
      expect(await states(task)).toEqual(['unknown', 'unknown', 'failed']);
    });

    it('that are lost with their session are told of as undone', async () => {
      const task = await ada.create({
        sql: 'INSERT INTO t VALUES (1); BEGIN; INSERT INTO t VALUES (2); SELECT SLEEP(300); COMMIT',
      });
      await untilRunning(task, 4);
      const [[id]] = await target.query(
        "SELECT id FROM information_schema.processlist WHERE info = 'SELECT SLEEP(300)'",
      );
      await target.query(`KILL ${id}`);
      expect(await ada.ended(task.id)).toMatchObject({
        status: 'failed',
        failure: { code: 'connection-failed', statement: 4 },
        succeededStatements: 1,
        rolledBackStatements: 2,
      });
      expect(await rows()).toEqual([1]);
    });
  }

  if (engine === 'postgres') {
    it('have what the database remarks in their log', async () => {
      const task = await ada.run({
        sql: `DO $$ BEGIN RAISE NOTICE 'half way'; RAISE WARNING 'careful'; END $$;
          INSERT INTO t VALUES (1)`,
      });
      const { body } = await ada.get(`/tasks/${task.id}/logs`);
      expect(body.items).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            ...{ level: 'INFO', statement: 1, message: 'Notice: half way' },
          }),
          expect.objectContaining({
            ...{ level: 'WARN', message: 'Warning 01000: careful' },
          }),
        ]),
      );
    });

    it('that are begun twice are one', async () => {
      const task = await ada.run({
        sql: 'BEGIN; INSERT INTO t VALUES (1); BEGIN; INSERT INTO t VALUES (2); ROLLBACK; INSERT INTO t VALUES (3)',
      });
      expect(await states(task)).toEqual([
        ...Array(4).fill('rolled-back'),
        ...Array(2).fill('succeeded'),
      ]);
      expect(await rows()).toEqual([3]);
    });

    it('that have failed are rolled back by their COMMIT, which is told', async () => {
      const task = await ada.run({
        sql: 'BEGIN; INSERT INTO t VALUES (1); INSERT INTO t VALUES (1); INSERT INTO t VALUES (2); COMMIT; INSERT INTO t VALUES (3)',
        errorHandling: 'continue',
      });
      expect(task).toMatchObject({
        status: 'completed',
        failedStatements: 3,
        rolledBackStatements: 2,
        succeededStatements: 1,
      });
      expect(await rows()).toEqual([3]);
    });

    it('whose commit is refused took no effect', async () => {
      await target.query(
        'CREATE TABLE d (t_id INT REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED)',
      );
      const task = await ada.run({
        sql: 'INSERT INTO t VALUES (1); INSERT INTO d VALUES (7)',
        transactionMode: 'script',
      });
      expect(task).toMatchObject({
        status: 'failed',
        failure: { code: 'commit-failed' },
        rolledBackStatements: 2,
      });
      expect(await rows()).toEqual([]);
      await target.query('DROP TABLE d');
    });
  }
});
