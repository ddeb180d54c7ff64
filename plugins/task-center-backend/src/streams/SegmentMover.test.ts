import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import {
  startObjectStorage,
  TestObjectStorage,
} from '../__testUtils__/startObjectStorage';
import { applyMigrations } from '../database';
import { JsonLines } from './JsonLines';
import { ObjectGarbage } from './objects';
import { StreamId } from './Segment';
import { SegmentMover } from './SegmentMover';
import { SEGMENT_BYTES, StreamWriter } from './StreamWriter';
import { TieredSegmentStore } from './TieredSegmentStore';

const databases = createTestDatabases();
const LINES = 40_000;
const streams: StreamId[] = ['log', 'result/1', 'result/10'].flatMap(stream =>
  ['task-a', 'task-b'].map(owner => ({ owner, stream })),
);

describe.each(databases.eachSupportedId())('SegmentMover in %p', databaseId => {
  let knex: Knex;
  let storage: TestObjectStorage;
  let garbage: ObjectGarbage;
  let store: TieredSegmentStore;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    knex = await databases.init(databaseId);
    await applyMigrations(knex);
    storage = await startObjectStorage();
    const { objects } = storage;
    garbage = ObjectGarbage.create({ knex, objects, logger });
    store = TieredSegmentStore.create({
      knex,
      objects,
      garbage,
      storesObjects: false,
    });
    for (const stream of streams) {
      const writer = StreamWriter.create(stream, { fast: true });
      for (let n = 0; n < LINES; n++) {
        writer.append(JsonLines.encode({ n, text: `${stream.owner} ${n}` }));
      }
      const { segments } = await writer.unsaved();
      await store.put(await store.prepare(stream, segments));
    }
  });
  afterEach(() => storage.stop());

  const mover = (target: 'database' | 's3') =>
    SegmentMover.create({ knex, objects: storage.objects, logger, target });

  async function expectWhole(stream: StreamId) {
    let expected = 0;
    for await (const { item } of JsonLines.create<{ n: number; text: string }>(
      store,
      stream,
    ).scan()) {
      if (item.n !== expected) {
        throw new Error(`${item.n} in place of ${expected}`);
      }
      expected += 1;
    }
    expect(expected).toBe(LINES);
  }

  /** How many full segments are in the database and in objects. */
  async function places() {
    const full = () => knex('segments').where('raw_bytes', '>=', SEGMENT_BYTES);
    const count = async (query: Knex.QueryBuilder) =>
      Number((await query.count({ n: '*' }).first()).n);
    return {
      database: await count(full().whereNull('object_key')),
      objects: await count(full().whereNotNull('object_key')),
      small: await count(
        knex('segments')
          .where('raw_bytes', '<', SEGMENT_BYTES)
          .whereNull('object_key'),
      ),
    };
  }

  async function whileReading(action: () => Promise<void>) {
    let isDone = false;
    const readers = streams.map(async stream => {
      do {
        await expectWhole(stream);
      } while (!isDone);
    });
    await action().finally(() => {
      isDone = true;
    });
    await Promise.all(readers);
  }

  it('moves full segments out and back while they are read', async () => {
    const before = await places();
    expect(before.small).toBe(streams.length);
    expect(before.database).toBeGreaterThan(4 * streams.length);

    await whileReading(() => mover('s3').move());
    expect(await places()).toEqual({
      ...before,
      database: 0,
      objects: before.database,
    });
    await mover('s3').move(); // nothing to do
    expect(logger.info.mock.calls.map(([line]) => line)).toEqual([
      `Moved ${before.database} segments into the bucket 'task-center'; all are where they belong`,
    ]);

    await whileReading(async () => {
      await mover('database').move();
      await storage.age();
      await knex('segment_garbage').update({ created_at: 0 });
      await garbage.collect();
    });
    expect(await places()).toEqual(before);
    expect(await storage.keys()).toEqual([]);
    for (const stream of streams) {
      await expectWhole(stream);
    }
  }, 60_000);

  it('goes on where it was stopped, and leaves alone what was removed meanwhile', async () => {
    const stopped = new AbortController();
    const { put } = storage.objects;
    const spy = jest
      .spyOn(storage.objects, 'put')
      .mockImplementation(async (...args) => {
        await store.remove(['task-a'], { prefix: 'result/' });
        stopped.abort();
        return put.apply(storage.objects, args);
      });
    await mover('s3').move(stopped.signal);
    spy.mockRestore();
    const half = await places();
    expect(half.database).toBeGreaterThan(0);

    await mover('s3').move();
    await mover('s3').move();
    expect((await places()).database).toBe(0);
    await expectWhole({ owner: 'task-a', stream: 'log' });
    await expectWhole({ owner: 'task-b', stream: 'result/10' });

    await store.remove(['task-a', 'task-b']);
    await storage.age();
    await knex('segment_garbage').update({ created_at: 0 });
    await garbage.collect();
    expect(await storage.keys()).toEqual([]);
  });

  it('says that objects are missing, and moves the others', async () => {
    await mover('s3').move();
    const [key] = await storage.keys();
    await storage.objects.remove([key]);

    await mover('database').move();

    expect(logger.error).toHaveBeenCalledWith(
      expect.stringMatching(/^1 objects .* are missing in the bucket/),
    );
    const left = await knex('segments')
      .whereNotNull('object_key')
      .distinct('object_key');
    expect(left).toEqual([{ object_key: key }]);
  });
});
