import { createTestDatabases } from './__testUtils__/createTestDatabases';
import { createTestMariadb, TestMariadb } from './__testUtils__/mariadb';
import {
  startTaskCenter,
  TestTaskCenter,
  TestUser,
} from './__testUtils__/startTaskCenter';
import { Knex } from 'knex';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())(
  'the end of tasks on MariaDB before their own, recorded in %p',
  databaseId => {
    let mariadb: TestMariadb;
    let knex: Knex;
    let taskCenter: TestTaskCenter;
    let ada: TestUser;

    beforeEach(async () => {
      mariadb = await createTestMariadb();
      await mariadb.admin.query('CREATE TABLE t (id INT PRIMARY KEY)');
      knex = await databases.init(databaseId);
      const { host, port, user, password, database } = mariadb;
      const connection = { host, port, user, password, database };
      const entityRef = 'resource:default/shop-db';
      taskCenter = await startTaskCenter({
        knex,
        connections: {
          shop: {
            engine: 'mysql',
            entityRef,
            connection,
            maxConcurrentTasks: 1,
          },
          wrong: {
            engine: 'mysql',
            entityRef,
            connection: { ...connection, password: 'not-the-password' },
          },
          down: {
            engine: 'mysql',
            entityRef,
            connection: { ...connection, port: 1 },
          },
        },
        config: { worker: { shutdownGrace: { milliseconds: 200 } } },
      });
      ada = taskCenter.as('ada');
    });

    afterEach(async () => {
      await taskCenter.stop();
      await mariadb.drop();
    });

    async function sessions(): Promise<string[]> {
      const [rows] = await mariadb.admin.query<any[]>(
        'SELECT info FROM information_schema.processlist WHERE db = ? AND id <> CONNECTION_ID()',
        [mariadb.database],
      );
      return rows.map(row => row.info);
    }

    async function runningStatement(id: string, index: number): Promise<void> {
      for (;;) {
        const { body } = await ada.get(`/tasks/${id}/statements?state=running`);
        if (body.items[0]?.index === index) {
          return;
        }
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    }

    it('aborts a statement under way, on the server', async () => {
      const task = await ada.create({
        sql: 'INSERT INTO t VALUES (1); SELECT SLEEP(300); INSERT INTO t VALUES (2)',
        errorHandling: 'continue',
      });
      await runningStatement(task.id, 2);
      expect(await sessions()).toEqual(['SELECT SLEEP(300)']);

      const { body } = await ada.post(`/tasks/${task.id}/abort`).expect(202);
      expect(body.abortRequestedAt).toBeDefined();
      expect(body.actions).not.toContain('abort');
      await ada.post(`/tasks/${task.id}/abort`);
      const ended = await ada.ended(task.id);

      expect(ended).toMatchObject({
        status: 'aborted',
        succeededStatements: 1,
      });
      expect(ended.failure).toBeUndefined();
      expect(await sessions()).toEqual([]);
      const { body: ledger } = await ada.get(`/tasks/${task.id}/statements`);
      expect(ledger.items.map((s: any) => s.state)).toEqual([
        'succeeded',
        'aborted',
        'skipped',
      ]);
      const [rows] = await mariadb.admin.query('SELECT id FROM t');
      expect(rows).toEqual([{ id: 1 }]);
    });

    it('makes tasks wait for a place, says so, and aborts one that waits', async () => {
      const first = await ada.create({ sql: 'SELECT SLEEP(300)' });
      await runningStatement(first.id, 1);
      const second = await ada.create({ sql: 'SELECT 2' });
      const third = await ada.create({ sql: 'SELECT 3' });

      const { body } = await ada.get(`/tasks/${third.id}`);
      expect(body).toMatchObject({
        status: 'preparing',
        waiting: { cause: 'connection-busy', position: 2 },
      });
      await ada.post(`/tasks/${second.id}/abort`).expect(202);
      expect(await ada.ended(second.id)).toMatchObject({ status: 'aborted' });
      const { body: log } = await ada.get(`/tasks/${second.id}/logs`);
      expect(log.items[0].message).toContain('no statement was sent');

      await ada.post(`/tasks/${first.id}/abort`).expect(202);
      expect(await ada.ended(third.id)).toMatchObject({ status: 'completed' });
    });

    it('ends a task at its time limit, also when failures are passed over', async () => {
      const task = await ada.run({
        sql: 'SELECT SLEEP(300); SELECT 1',
        executionTimeoutSeconds: 1,
        errorHandling: 'continue',
      });
      expect(task).toMatchObject({
        status: 'failed',
        failure: { code: 'timeout', statement: 1 },
      });
      expect(await sessions()).toEqual([]);
    });

    it('ends a statement at its own time limit and goes on', async () => {
      const task = await ada.run({
        sql: 'SELECT SLEEP(300); SELECT 1',
        statementTimeoutSeconds: 1,
        errorHandling: 'continue',
      });
      expect(task).toMatchObject({
        status: 'completed',
        failedStatements: 1,
        succeededStatements: 1,
      });
      const { body } = await ada.get(`/tasks/${task.id}/statements`);
      expect(body.items[0].error).toMatchObject({ code: 'statement-timeout' });
    });

    it('says when the connection was lost, and what is unknown', async () => {
      const task = await ada.create({
        sql: 'INSERT INTO t VALUES (1); SELECT SLEEP(300); SELECT 1',
        errorHandling: 'continue',
      });
      await runningStatement(task.id, 2);
      const [[{ id }]] = await mariadb.admin.query<any>(
        'SELECT id FROM information_schema.processlist WHERE info = ?',
        ['SELECT SLEEP(300)'],
      );
      await mariadb.admin.query(`KILL ${id}`);

      expect(await ada.ended(task.id)).toMatchObject({
        status: 'failed',
        failure: { code: 'connection-failed', statement: 2 },
      });
      const { body: ledger } = await ada.get(`/tasks/${task.id}/statements`);
      expect(ledger.items.map((s: any) => s.state)).toEqual([
        'succeeded',
        'unknown',
        'skipped',
      ]);
    });

    it('says why it cannot connect, without the password', async () => {
      for (const [connection, words] of [
        ['wrong', 'Access denied'],
        ['down', 'refused'],
      ]) {
        const task = await ada.run({ connection, sql: 'SELECT 1' });
        expect(task).toMatchObject({
          status: 'failed',
          failure: {
            code: 'connection-failed',
            message: expect.stringContaining(words),
          },
        });
        const log = await ada.download(`/tasks/${task.id}/logs/download`);
        expect(log.toString()).toContain(words);
        expect(JSON.stringify(task) + log).not.toContain('not-the-password');
      }
    });

    it('ends a task whose record cannot be stored, and says so when storage is back', async () => {
      const task = await ada.create({ sql: 'SELECT SLEEP(300); SELECT 1' });
      await runningStatement(task.id, 1);
      await knex.schema.renameTable('segments', 'segments_away');
      while ((await sessions()).length > 0) {
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      await knex.schema.renameTable('segments_away', 'segments');

      expect(await ada.ended(task.id)).toMatchObject({
        status: 'failed',
        failure: { code: 'storage-failed', statement: 1 },
      });
      const { body: ledger } = await ada.get(`/tasks/${task.id}/statements`);
      expect(ledger.items.map((s: any) => s.state)).toEqual([
        'aborted',
        'skipped',
      ]);
    });

    if (databaseId !== 'SQLITE_3') {
      it('ends a task at its time limit while its storage neither answers nor breaks', async () => {
        const task = await ada.create({
          sql: 'SELECT seq, REPEAT(MD5(RAND()), 100) FROM seq_1_to_10000000',
          resultLimit: 10_000_000,
          executionTimeoutSeconds: 3,
        });
        await runningStatement(task.id, 1);
        const lock = await knex.transaction();
        await lock.raw('LOCK TABLE segments IN EXCLUSIVE MODE');
        // Long before it would lose its lease.
        const deadline = Date.now() + 12_000;
        while ((await sessions()).length > 0 && Date.now() < deadline) {
          await new Promise(resolve => setTimeout(resolve, 20));
        }
        const left = await sessions();
        await lock.rollback();

        expect(left).toEqual([]);
        expect(await ada.ended(task.id)).toMatchObject({
          status: 'failed',
          failure: { code: 'timeout' },
        });
      });
    }

    it('gives running tasks a deadline when the backend stops, then ends them truthfully', async () => {
      const task = await ada.create({ sql: 'SELECT SLEEP(300)' });
      await runningStatement(task.id, 1);

      await taskCenter.stop();

      expect(await sessions()).toEqual([]);
      const row = await knex('tasks').where({ id: task.id }).first();
      expect(row).toMatchObject({ status: 'failed', failure_code: 'shutdown' });
    });
  },
);
