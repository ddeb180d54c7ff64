import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { createHash, randomBytes } from 'node:crypto';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import {
  startObjectStorage,
  TestObjectStorage,
} from '../__testUtils__/startObjectStorage';
import { applyMigrations } from '../database';
import { DatabaseSegmentStore } from './DatabaseSegmentStore';
import { ObjectGarbage } from './objects';
import { Segment, StreamId } from './Segment';
import { SegmentStore } from './SegmentStore';
import { SEGMENT_BYTES, StreamWriter } from './StreamWriter';
import { TieredSegmentStore } from './TieredSegmentStore';

const databases = createTestDatabases();
const rows: StreamId = { owner: 'a-task', stream: 'result/1' };

/** Full segments, and a small one behind them. */
async function createSegments(full: number): Promise<Segment[]> {
  const writer = StreamWriter.create(rows, { fast: true });
  for (let n = 0; n < full; n++) {
    writer.append(randomBytes(SEGMENT_BYTES));
  }
  writer.append('the end');
  return (await writer.unsaved()).segments;
}

function digest({ data }: Segment): string {
  return createHash('sha256').update(data).digest('hex');
}

async function readAll(store: SegmentStore): Promise<string[]> {
  const digests: string[] = [];
  for await (const segment of store.read(rows)) {
    digests.push(digest(segment));
  }
  return digests;
}

describe.each(databases.eachSupportedId())(
  'TieredSegmentStore in %p',
  databaseId => {
    let knex: Knex;
    let storage: TestObjectStorage;
    let garbage: ObjectGarbage;
    let store: TieredSegmentStore;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await applyMigrations(knex);
      storage = await startObjectStorage();
      const { objects } = storage;
      const logger = mockServices.logger.mock();
      garbage = ObjectGarbage.create({ knex, objects, logger });
      const storesObjects = true;
      store = TieredSegmentStore.create({
        knex,
        objects,
        garbage,
        storesObjects,
      });
    });
    afterEach(() => storage.stop());

    async function put(segments: Segment[], stream = rows) {
      await store.put(await store.prepare(stream, segments));
    }

    async function waitForKeys(count: number) {
      while ((await storage.keys()).length !== count) {
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    }

    async function collectLater() {
      await storage.age();
      await knex('segment_garbage').update({ created_at: 0 });
      await garbage.collect();
    }

    it('lets those pass who have nothing to upload', async () => {
      const uploading = jest
        .spyOn(storage.objects, 'put')
        .mockImplementation(() => new Promise(() => {}));
      const segments = await createSegments(1);
      const uploads = Array.from({ length: 20 }, () =>
        store.prepare(rows, segments),
      );
      const small = await store.prepare(rows, segments.slice(-1));
      expect(small.segments[0].place).toBeUndefined();
      expect(uploading).toHaveBeenCalled();
      expect(uploads).toHaveLength(20);
    });

    it('writes one object for each call, and reads what is adjacent at once', async () => {
      const segments = await createSegments(20);
      await put(segments.slice(0, 12));
      await put(segments.slice(12));
      const getRange = jest.spyOn(storage.objects, 'getRange');

      expect(await readAll(store)).toEqual(segments.map(digest));
      expect(await storage.keys()).toEqual([
        expect.stringMatching(/^a-task\/result\/1\/0-/),
        expect.stringMatching(/^a-task\/result\/1\/12-/),
      ]);
      // 0, 1 and 2, 3 to 6, 7 to 11 and 12 to 14, 15 to 19
      expect(getRange).toHaveBeenCalledTimes(6);
      getRange.mockClear();
      for await (const segment of store.read(rows, 5)) {
        expect(digest(segment)).toBe(digest(segments[5]));
        break;
      }
      expect(getRange).toHaveBeenCalledTimes(1);
    });

    it('uploads nothing twice when segments could not be stored', async () => {
      const segments = await createSegments(2);
      await store.prepare(rows, segments);
      const more = [...segments.slice(0, 2), ...(await createSegments(3))];
      await store.prepare(rows, more.slice(0, 3));
      expect(await storage.keys()).toHaveLength(2);
    });

    it('removes objects once the removal is committed, and no sooner', async () => {
      const segments = await createSegments(2);
      await put(segments);
      const other = { owner: 'a-task', stream: 'log' };
      await put(await createSegments(1), other);

      await expect(
        knex.transaction(async transaction => {
          await store.remove(['a-task'], { transaction });
          throw new Error('rolled back');
        }),
      ).rejects.toThrow('rolled back');
      expect(await readAll(store)).toHaveLength(3);
      expect(await knex('segment_garbage').select()).toEqual([]);

      await knex.transaction(transaction =>
        store.remove(['a-task'], { prefix: 'result/', transaction }),
      );
      await waitForKeys(1);
      expect(await storage.keys()).toEqual([
        expect.stringMatching(/^a-task\/log\//),
      ]);
      await store.remove(['a-task']);
      await waitForKeys(0);
      await collectLater();
      expect(await knex('segment_garbage').select()).toEqual([]);
    });

    it('removes later what it could not remove at once, and what no segment ever named', async () => {
      await put(await createSegments(2));
      await store.prepare(rows, await createSegments(1)); // never stored
      expect(await storage.keys()).toHaveLength(2);
      jest.spyOn(storage.objects, 'remove').mockRejectedValueOnce('killed');
      await store.remove(['a-task']);
      expect(await knex('segments').select()).toEqual([]);

      await garbage.collect();
      expect(await storage.keys()).toHaveLength(2);
      await storage.interrupt();
      await knex('segment_garbage').update({ created_at: 0 });
      await expect(garbage.collect()).rejects.toThrow('does not answer');
      await storage.resume();
      await collectLater();

      expect(await storage.keys()).toEqual([]);
      expect(await knex('segment_garbage').select()).toEqual([]);
    });

    it('keeps what was stored anew under a name that was removed', async () => {
      await put(await createSegments(2));
      await store.remove(['a-task'], { prefix: 'result/' });
      await waitForKeys(0);
      const segments = await createSegments(2);
      await put(segments);
      const prepared = await store.prepare(rows, await createSegments(1));

      await knex('segment_garbage').update({ created_at: 0 });
      await garbage.collect();

      await store.put(prepared);
      expect(await readAll(store)).toHaveLength(3);
      expect(await storage.keys()).toHaveLength(2);
    });

    it('reads on when segments were moved since their rows were read', async () => {
      const segments = await createSegments(3);
      await put(segments);
      const inDatabase = DatabaseSegmentStore.create(knex);
      const move = async () => {
        await inDatabase.put(await inDatabase.prepare(rows, segments));
        await storage.objects.remove(await storage.keys());
      };
      const { getRange } = storage.objects;
      jest
        .spyOn(storage.objects, 'getRange')
        .mockImplementationOnce((...args) =>
          getRange.apply(storage.objects, args),
        )
        .mockImplementationOnce(async (...args) => {
          await move();
          return getRange.apply(storage.objects, args);
        });
      expect(await readAll(store)).toEqual(segments.map(digest));
    });

    it('fails with a sentence when an object is missing or storage is down, and never ends early', async () => {
      await put(await createSegments(3));
      await storage.interrupt();
      await expect(readAll(store)).rejects.toThrow(
        /^The object storage with the bucket 'task-center' does not answer \(.*ECONNREFUSED/,
      );
      await expect(
        store.prepare(rows, await createSegments(1)),
      ).rejects.toThrow('does not answer');
      await storage.resume();
      await storage.objects.remove(await storage.keys());
      await expect(readAll(store)).rejects.toThrow(
        /^The object 'a-task\/result\/1\/0-.*' is missing in the bucket 'task-center'/,
      );
      const inDatabase = DatabaseSegmentStore.create(knex);
      await expect(readAll(inDatabase)).rejects.toThrow(
        'Configure taskCenter.storage.s3',
      );
      await inDatabase.remove(['a-task']);
      expect(await knex('segment_garbage').select('prefix')).toEqual([
        { prefix: 'a-task/' },
      ]);
    });
  },
);
