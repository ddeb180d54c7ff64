import Database from 'better-sqlite3';
import { Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Task } from 'backstage-plugin-task-center-common';
import { createTestDatabases } from './__testUtils__/createTestDatabases';
import {
  startTaskCenter,
  TestTaskCenter,
  TestUser,
} from './__testUtils__/startTaskCenter';
import { deflateSegment } from './streams';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const SCRIPT = [
  'PRAGMA case_sensitive_like = 1',
  'CREATE TEMP TABLE seen (id INTEGER)',
  'INSERT INTO t VALUES (3)',
  'INSERT INTO missing VALUES (4)',
  'INSERT INTO t VALUES (5)',
].join(';\n');

describe.each(databases.eachSupportedId())(
  'tasks made of other tasks, with %p',
  databaseId => {
    const directory = mkdtempSync(join(tmpdir(), 'task-center-'));
    const filename = join(directory, 'shop.sqlite');
    let knex: Knex;
    let taskCenter: TestTaskCenter;
    let ada: TestUser;
    let grace: TestUser;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      taskCenter = await startTaskCenter({
        knex,
        connections: {
          shop: {
            engine: 'sqlite',
            entityRef: 'resource:default/shop-db',
            connection: { filename },
            limits: { resultRows: { default: 5, max: 100 } },
          },
        },
      });
      ada = taskCenter.as('ada');
      grace = taskCenter.as('grace');
    });

    beforeEach(() => {
      new Database(filename)
        .exec('DROP TABLE IF EXISTS t; CREATE TABLE t (id INTEGER)')
        .close();
    });

    afterAll(async () => {
      await taskCenter.stop();
      rmSync(directory, { recursive: true });
    });

    function rows(): number[] {
      const database = new Database(filename);
      const found = database.prepare('SELECT id FROM t ORDER BY id').pluck();
      const ids = found.all() as number[];
      database.close();
      return ids;
    }

    async function refusal(response: Promise<any>) {
      const { status, body } = await response;
      return { status, message: body.error?.message };
    }

    function change(task: Task, columns: object) {
      return knex('tasks').where({ id: task.id }).update(columns);
    }

    it('runs a task again with all its settings, for whoever may see it', async () => {
      const settings = {
        name: 'Prices',
        description: 'As every month',
        delimiter: '//',
        resultLimit: 7,
        errorHandling: 'abort',
        transactionMode: 'script',
        executionTimeoutSeconds: 50,
        statementTimeoutSeconds: 20,
      } as const;
      const sql = 'INSERT INTO t VALUES (1) // SELECT 2 //';
      const original = await ada.run({ ...settings, sql });
      const { body: copy, status } = await grace.post(
        `/tasks/${original.id}/run-again`,
      );
      expect(status).toBe(201);
      await grace.ended(copy.id);
      const { body: named } = await grace
        .post(`/tasks/${copy.id}/run-again`, { name: ' Once more ' })
        .expect(201);
      await grace.ended(named.id);
      await ada.delete(`/tasks/${original.id}`).expect(204);

      expect(copy).toMatchObject({
        ...settings,
        connection: 'shop',
        createdBy: 'user:default/grace',
        copyOf: original.id,
        scriptSha256: original.scriptSha256,
      });
      expect(named).toMatchObject({
        ...settings,
        name: 'Once more',
        copyOf: copy.id,
      });
      const script = await ada.download(`/tasks/${copy.id}/script`);
      expect(script.toString()).toBe(sql);
      expect(rows()).toEqual([1, 1, 1]);
    });

    it('does not run again what the connection allows no more, nor what is not there', async () => {
      const task = await ada.run({ sql: 'SELECT 1' });
      await change(task, { result_limit: 101 });
      const post = (path: string, body?: object) =>
        refusal(ada.post(`/tasks/${path}/run-again`, body) as any);

      expect(await post(task.id)).toEqual({
        status: 409,
        message: expect.stringContaining('from 1 to 100'),
      });
      await change(task, { result_limit: 5 });
      expect(await post(task.id, { name: ' ' })).toMatchObject({ status: 400 });
      expect(await post(task.id, { sql: 'x' })).toMatchObject({ status: 400 });
      expect(await post('nothing')).toMatchObject({ status: 404 });
      await change(task, { connection: 'gone' });
      expect(await post(task.id)).toMatchObject({ status: 404 });
    });

    it('goes on where a task ended, and leaves no way to do so twice', async () => {
      const original = await ada.run({ name: 'Prices', sql: SCRIPT });
      expect(original).toMatchObject({ status: 'failed', failedStatements: 1 });
      expect(original.actions).toContain('resume');
      const { body: advice } = await ada.get(`/tasks/${original.id}/resume`);
      expect(advice).toEqual({
        fromStatement: 4,
        neverSentFrom: 5,
        reason: expect.stringContaining('Statement 4 failed'),
        scriptSha256: original.scriptSha256,
        repeated: [
          { index: 1, line: 1, text: 'PRAGMA case_sensitive_like = 1' },
        ],
        lost: [
          { index: 2, line: 2, text: 'CREATE TEMP TABLE seen (id INTEGER)' },
        ],
      });

      const request = { fromStatement: 5, scriptSha256: advice.scriptSha256 };
      const answers = await Promise.all([
        ada.post(`/tasks/${original.id}/resume`, request),
        ada.post(`/tasks/${original.id}/resume`, request),
      ]);
      const { body: created } = answers.find(({ status }) => status === 201)!;
      const resumption = await ada.ended(created.id);

      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(resumption).toMatchObject({
        name: 'Prices',
        status: 'completed',
        resumes: { task: original.id, statement: 5 },
        totalStatements: 5,
        succeededStatements: 1,
      });
      expect(rows()).toEqual([3, 5]);
      const { body: ledger } = await ada.get(
        `/tasks/${resumption.id}/statements`,
      );
      expect(
        ledger.items.map(({ index, state }: any) => [index, state]),
      ).toEqual([
        [1, 'skipped'],
        [2, 'skipped'],
        [3, 'skipped'],
        [4, 'skipped'],
        [5, 'succeeded'],
      ]);
      const { body: after } = await ada.get(`/tasks/${original.id}`);
      expect(after.resumedBy).toEqual([resumption.id]);
      const { body: list } = await ada.get('/tasks');
      const listed = (id: string) =>
        list.items.find((each: any) => each.id === id).resumedBy;
      expect(listed(original.id)).toEqual([resumption.id]);
      expect(listed(resumption.id)).toBeUndefined();
      expect(after.actions).not.toContain('resume');
      const { body: later } = await ada.get(`/tasks/${original.id}/resume`);
      expect(later.fromStatement).toBeUndefined();
      expect(later.reason).toContain(resumption.id);
      expect(
        await refusal(ada.post(`/tasks/${original.id}/resume`, request) as any),
      ).toEqual({
        status: 409,
        message: expect.stringContaining(resumption.id),
      });
    });

    it('goes on with what went on before, by the numbers of the script', async () => {
      const original = await ada.run({ sql: SCRIPT });
      const { body: first } = await ada
        .post(`/tasks/${original.id}/resume`, {
          fromStatement: 4,
          name: 'Second try',
        })
        .expect(201);
      const again = await ada.ended(first.id);
      expect(again).toMatchObject({
        name: 'Second try',
        status: 'failed',
        failure: { statement: 4 },
      });
      const { body: advice } = await ada.get(`/tasks/${again.id}/resume`);
      expect(advice).toMatchObject({ fromStatement: 4, neverSentFrom: 5 });
      const { body: last } = await ada
        .post(`/tasks/${again.id}/resume`, { fromStatement: 5 })
        .expect(201);
      const { body: copy } = await ada
        .post(`/tasks/${last.id}/run-again`)
        .expect(201);

      expect(await ada.ended(last.id)).toMatchObject({ status: 'completed' });
      expect(await ada.ended(copy.id)).toMatchObject({
        status: 'completed',
        copyOf: last.id,
        resumes: { task: again.id, statement: 5 },
      });
      expect(rows()).toEqual([3, 5, 5]);
    });

    it('begins a transaction again that was undone', async () => {
      const task = await ada.run({
        sql: [
          'INSERT INTO t VALUES (1)',
          'BEGIN',
          'INSERT INTO t VALUES (3)',
          'INSERT INTO missing VALUES (4)',
          'COMMIT',
        ].join(';'),
      });
      const states = async (query: string) => {
        const { body } = await ada.get(`/tasks/${task.id}/statements${query}`);
        return body.items.map(({ index, state }: any) => `${index} ${state}`);
      };

      expect(task).toMatchObject({
        status: 'failed',
        succeededStatements: 1,
        rolledBackStatements: 2,
        failedStatements: 1,
      });
      expect(await states('')).toEqual([
        '1 succeeded',
        '2 rolled-back',
        '3 rolled-back',
        '4 failed',
        '5 skipped',
      ]);
      expect(await states('?state=rolled-back&offset=1')).toEqual([
        '3 rolled-back',
      ]);
      expect(await states('?state=succeeded')).toEqual(['1 succeeded']);
      const { body: advice } = await ada.get(`/tasks/${task.id}/resume`);
      expect(advice).toMatchObject({ fromStatement: 2, neverSentFrom: 5 });
      expect(rows()).toEqual([1]);
    });

    it('refuses to resume what cannot be', async () => {
      const task = await ada.run({ sql: SCRIPT });
      const completed = await ada.run({ sql: 'SELECT 1' });
      const running = await ada.create({
        sql: 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n',
      });
      const resume = (id: string, request: object = { fromStatement: 1 }) =>
        refusal(ada.post(`/tasks/${id}/resume`, request) as any);

      expect(await resume('nothing')).toMatchObject({ status: 404 });
      for (const [id, sentence] of [
        [completed.id, 'it is completed'],
        [running.id, 'while it is'],
      ]) {
        const message = expect.stringContaining(sentence);
        expect(await resume(id)).toEqual({ status: 409, message });
        expect(await refusal(ada.get(`/tasks/${id}/resume`) as any)).toEqual({
          status: 409,
          message,
        });
      }
      await ada.post(`/tasks/${running.id}/abort`).expect(202);
      for (const fromStatement of [0, 6, 1.5, 'one']) {
        expect(await resume(task.id, { fromStatement })).toMatchObject({
          status: 400,
        });
      }
      expect(
        await resume(task.id, { fromStatement: 4, scriptSha256: 'ab' }),
      ).toEqual({ status: 409, message: expect.stringContaining('SHA-256') });
      await change(task, { entity_ref: 'resource:default/ledger-db' });
      expect(await resume(task.id)).toEqual({
        status: 409,
        message: expect.stringContaining('now stands for'),
      });
      await change(task, { entity_ref: 'resource:default/shop-db' });
      const { script_id } = await knex('tasks').where({ id: task.id }).first();
      const other = Buffer.from(SCRIPT.replace('(5)', '(6)'));
      await knex('segments')
        .where({ owner_id: script_id })
        .update({ data: await deflateSegment(other) });
      expect(await resume(task.id, { fromStatement: 4 })).toEqual({
        status: 409,
        message: expect.stringContaining('not the one that the task ran'),
      });
      await knex('segments').where({ owner_id: script_id }).delete();
      expect(await resume(task.id, { fromStatement: 4 })).toEqual({
        status: 409,
        message: expect.stringContaining('not whole any more'),
      });
      expect(rows()).toEqual([3]);
    });
  },
);
