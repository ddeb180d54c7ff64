import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import JSZip from 'jszip';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { Task } from 'backstage-plugin-task-center-common';
import { createTestDatabases } from './__testUtils__/createTestDatabases';
import { createTestMariadb, TestMariadb } from './__testUtils__/mariadb';
import {
  startObjectStorage,
  TestObjectStorage,
} from './__testUtils__/startObjectStorage';
import {
  startTaskCenter,
  TestTaskCenter,
  TestUser,
} from './__testUtils__/startTaskCenter';
import { SegmentStorage } from './streams';

const databases = createTestDatabases();
jest.setTimeout(120_000);

const ROWS = 60_000;
// More than one segment of script, log and rows.
const SQL = `-- ${'x'.repeat(300_000)}
SELECT seq, MD5(seq), REPEAT(MD5(-seq), 2) FROM seq_1_to_${ROWS};
SELECT 1;
SELECT seq FROM seq_1_to_5`;

describe.each(databases.eachSupportedId())(
  'object storage of tasks that are recorded in %p',
  databaseId => {
    let mariadb: TestMariadb;
    let storage: TestObjectStorage;
    let knex: Knex;
    let taskCenter: TestTaskCenter | undefined;
    let ada: TestUser;

    beforeEach(async () => {
      mariadb = await createTestMariadb();
      storage = await startObjectStorage();
      knex = await databases.init(databaseId);
    });

    afterEach(async () => {
      await taskCenter?.stop();
      await storage.stop();
      await mariadb.drop();
    });

    async function start(config: JsonObject) {
      await taskCenter?.stop();
      const { host, port, user, password, database } = mariadb;
      taskCenter = await startTaskCenter({
        knex,
        connections: {
          shop: {
            engine: 'mysql',
            entityRef: 'resource:default/shop-db',
            connection: { host, port, user, password, database },
          },
        },
        config: {
          worker: { shutdownGrace: { milliseconds: 200 } },
          storage: config,
        },
      });
      ada = taskCenter.as('ada');
    }

    const inBucket = () => ({ segments: 's3', s3: storage.config });

    /** What the scheduled task does in time. */
    async function tidy(config: JsonObject) {
      const segmentStorage = await SegmentStorage.create({
        knex,
        reader: knex,
        config: mockServices.rootConfig({
          data: { taskCenter: { storage: config } },
        }),
        logger: mockServices.logger.mock(),
      });
      await segmentStorage.tidy();
    }

    async function everything({ id }: Task) {
      const zip = await ada.download(`/tasks/${id}/results/download`);
      const pages = [];
      for (const offset of [0, 31_234, ROWS - 10]) {
        const { body } = await ada
          .get(`/tasks/${id}/results/1/rows?offset=${offset}&limit=100`)
          .expect(200);
        pages.push(body);
      }
      const logs = await ada.get(`/tasks/${id}/logs`).expect(200);
      const script = await ada.download(`/tasks/${id}/script`);
      expect(script.equals(Buffer.from(SQL))).toBe(true);
      // Large buffers take Jest very long to compare.
      const sha256 = createHash('sha256').update(zip).digest('hex');
      return { sha256, pages, logs: logs.body };
    }

    async function csvOf({ id }: Task): Promise<string[]> {
      const zip = await ada.download(`/tasks/${id}/results/download`);
      const { files } = await JSZip.loadAsync(zip, { checkCRC32: true });
      const names = Object.keys(files).filter(name => name.endsWith('.csv'));
      return Promise.all(names.map(name => files[name].async('string')));
    }

    const run = () => ada.run({ sql: SQL, resultLimit: 1_000_000 });

    async function countSegments(
      condition: (query: Knex.QueryBuilder) => void,
    ) {
      const row = await knex('segments')
        .count({ n: '*' })
        .where(condition)
        .first();
      return Number(row!.n);
    }

    it('gives the same rows, pages and scripts as the database, whichever way they were moved', async () => {
      await start({});
      const task = await run();
      expect(task).toMatchObject({ status: 'completed', resultSets: 3 });
      const before = await everything(task);
      const csv = await csvOf(task);
      expect(csv[0].split('\n')).toHaveLength(ROWS + 2);

      await start(inBucket());
      const inObjects = await run();
      expect(inObjects).toMatchObject({ status: 'completed', resultSets: 3 });
      const keys = await storage.keys();
      expect(keys.length).toBeGreaterThan(1);
      expect(keys.every(key => !key.startsWith(task.id))).toBe(true);
      expect(await csvOf(inObjects)).toEqual(csv);
      const { pages } = await everything(inObjects);
      expect(pages).toEqual(before.pages);

      await tidy(inBucket());
      expect(
        await countSegments(q =>
          q.whereRaw('raw_bytes >= 262144 AND object_key IS NULL'),
        ),
      ).toBe(0);
      expect(await everything(task)).toEqual(before);

      const andBack = { segments: 'database', s3: storage.config };
      await start(andBack);
      expect(await everything(task)).toEqual(before);
      await tidy(andBack);
      expect(await countSegments(q => q.whereNotNull('object_key'))).toBe(0);

      await start({});
      expect(await everything(task)).toEqual(before);
      expect(await csvOf(inObjects)).toEqual(csv);
    });

    it('deletes every trace', async () => {
      await start(inBucket());
      const task = await run();
      expect((await storage.keys()).length).toBeGreaterThan(1);
      await ada.delete(`/tasks/${task.id}`).expect(204);
      while ((await storage.keys()).length > 0) {
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      expect(await knex('segments').select()).toEqual([]);
      await knex('segment_garbage').update({ created_at: 0 });
      await tidy(inBucket());
      expect(await knex('segment_garbage').select()).toEqual([]);
    });

    it('says what is missing when the bucket is not configured any more', async () => {
      await start(inBucket());
      const task = await run();
      await start({});
      const { body } = await ada
        .get(`/tasks/${task.id}/results/1/rows?offset=100&limit=10`)
        .expect(503);
      expect(body.error.message).toContain('Configure taskCenter.storage.s3');
      await ada.get(`/tasks/${task.id}/logs`).expect(200);
    });

    it('survives a short outage of the storage, and no other task notices', async () => {
      await start(inBucket());
      const task = await ada.create({
        sql: 'SELECT seq, MD5(RAND()), MD5(RAND()) FROM seq_1_to_300000',
        resultLimit: 10_000_000,
      });
      while ((await storage.keys()).length < 2) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      await storage.interrupt();
      const began = performance.now();
      expect(await ada.run({ sql: 'SELECT 1' })).toMatchObject({
        status: 'completed',
      });
      expect(performance.now() - began).toBeLessThan(5_000);
      await new Promise(resolve => setTimeout(resolve, 3_000));
      expect((await ada.get(`/tasks/${task.id}`)).body.status).toBe('running');
      await storage.resume();

      expect(await ada.ended(task.id)).toMatchObject({ status: 'completed' });
      expect((await csvOf(task))[0].split('\n')).toHaveLength(300_002);
    });

    it('ends tasks whose rows cannot be stored, while storage is away', async () => {
      await start(inBucket());
      const create = () =>
        ada.create({
          sql: 'SELECT seq, MD5(RAND()), MD5(RAND()) FROM seq_1_to_10000000',
          resultLimit: 10_000_000,
        });
      const [task, aborted] = [await create(), await create()];
      while (
        new Set((await storage.keys()).map(key => key.split('/')[0])).size < 2
      ) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      await storage.interrupt();
      await ada.post(`/tasks/${aborted.id}/abort`).expect(202);
      const ends = [await ada.ended(task.id), await ada.ended(aborted.id)];
      expect(ends).toMatchObject([
        {
          status: 'failed',
          failure: { code: 'storage-failed', statement: 1 },
        },
        { status: 'aborted' },
      ]);

      await storage.resume();
      await tidy(inBucket());
      for (const { id } of ends) {
        const { body } = await ada.get(`/tasks/${id}/results`).expect(200);
        const [{ rowCount, partial }] = body.items;
        expect({ rowCount, partial }).toEqual({
          rowCount: expect.any(Number),
          partial: true,
        });
        const [csv] = await csvOf({ id } as Task);
        expect(csv.split('\n')).toHaveLength(rowCount + 2);
      }
    });

    it('runs what is small while the credentials are wrong', async () => {
      const credentials = { accessKeyId: 'nobody', secretAccessKey: 'x' };
      await start({ segments: 's3', s3: { ...storage.config, credentials } });
      expect(await ada.run({ sql: 'SELECT 1' })).toMatchObject({
        status: 'completed',
      });
      const { status, body } = await ada.post('/tasks', {
        connection: 'shop',
        name: 'A task',
        sql: SQL,
      });
      expect({ status, message: body.error?.message }).toEqual({
        status: 503,
        message: expect.stringContaining(
          'Correct the credentials of taskCenter.storage.s3',
        ),
      });
      expect(await knex('scripts').select()).toHaveLength(1);
    });
  },
);
