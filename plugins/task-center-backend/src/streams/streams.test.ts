import { Knex } from 'knex';
import { inflateRawSync } from 'node:zlib';
import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import {
  startObjectStorage,
  TestObjectStorage,
} from '../__testUtils__/startObjectStorage';
import { applyMigrations } from '../database';
import { DatabaseSegmentStore } from './DatabaseSegmentStore';
import { FINAL_BLOCK } from './deflateSegment';
import { JsonLines } from './JsonLines';
import { ObjectGarbage } from './objects';
import { SegmentStore } from './SegmentStore';
import { SEGMENT_BYTES, StreamWriter } from './StreamWriter';
import { TieredSegmentStore } from './TieredSegmentStore';

const databases = createTestDatabases();
const stream = { owner: 'a-task', stream: 'log' };

interface Item {
  n: number;
  kind: string;
  text: string;
}

function item(n: number): Item {
  return { n, kind: n % 10 === 0 ? 'rare' : 'usual', text: `line ${n}\n"é🙂` };
}

const places = databases
  .eachSupportedId()
  .flatMap(([id]) => [[id, 'alone'] as const, [id, 'with objects'] as const]);

describe.each(places)('streams in %p %s', (databaseId, place) => {
  let storage: TestObjectStorage;
  beforeAll(async () => {
    storage = await startObjectStorage();
  });
  afterAll(() => storage.stop());

  async function setUp() {
    const knex = await databases.init(databaseId);
    await applyMigrations(knex);
    const store =
      place === 'alone' ? DatabaseSegmentStore.create(knex) : tiered(knex);
    const lines = JsonLines.create<Item>(store, stream, each => each.kind);
    return { knex, store, lines };
  }

  function tiered(knex: Knex): SegmentStore {
    const { objects } = storage;
    const logger = mockServices.logger.mock();
    const garbage = ObjectGarbage.create({ knex, objects, logger });
    return TieredSegmentStore.create({
      knex,
      objects,
      garbage,
      storesObjects: true,
    });
  }

  async function write(store: SegmentStore, count: number, saveEvery: number) {
    const writer = StreamWriter.create(stream);
    for (let n = 0; n < count; n++) {
      const { kind } = item(n);
      writer.append(JsonLines.encode(item(n)), { kind });
      if (n % saveEvery === 0) {
        await save(store, writer);
      }
    }
    await save(store, writer);
  }

  async function save(store: SegmentStore, writer: StreamWriter) {
    const unsaved = await writer.unsaved();
    await store.put(await store.prepare(unsaved.stream, unsaved.segments));
    unsaved.saved();
  }

  it('gives back every item by position, whenever it was stored', async () => {
    const { store, lines } = await setUp();
    await write(store, 20_000, 777);

    expect(await lines.count()).toBe(20_000);
    expect((await store.list(stream)).length).toBeGreaterThan(3);
    for (const offset of [0, 1, 776, 6_543, 19_990]) {
      const page = await lines.page(offset, 20);
      expect(page.map(entry => entry.position)).toEqual(
        Array.from(
          { length: Math.min(20, 20_000 - offset) },
          (_, index) => offset + index,
        ),
      );
      expect(page.map(entry => entry.item)).toEqual(
        page.map(entry => item(entry.position)),
      );
    }
    expect(await lines.page(20_000, 5)).toEqual([]);
    const picked = await lines.pick([19_999, 3, 3, 12_345]);
    expect([19_999, 3, 12_345].map(n => picked.get(n))).toEqual(
      [19_999, 3, 12_345].map(item),
    );
  });

  it('reads fewer segments at once where they are large', async () => {
    const { knex, store } = await setUp();
    await write(store, 20_000, 5_000);
    const sizesOf = async () => {
      const sizes: number[] = [];
      for await (const rows of DatabaseSegmentStore.create(knex).batches(
        stream,
        0,
      )) {
        sizes.push(rows.length);
      }
      return sizes;
    };
    const all = (await store.list(stream)).length;
    expect((await sizesOf()).slice(0, 4)).toEqual([1, 2, 4, 8]);
    const large = { data_bytes: 2 ** 24, object_key: 'x', object_offset: 0 };
    await knex('segments').update(large);
    const sizes = await sizesOf();
    expect(sizes.filter(size => size > 0)).toEqual(Array(all).fill(1));
  });

  it('pages through the items of a kind', async () => {
    const { store, lines } = await setUp();
    await write(store, 20_000, 5_000);

    expect(await lines.count(['rare'])).toBe(2_000);
    const found: number[] = [];
    for (let offset = 0; offset < 2_000; offset += 333) {
      const page = await lines.pageOfKinds(['rare'], offset, 333);
      found.push(...page.map(entry => entry.item.n));
    }
    expect(found).toEqual(Array.from({ length: 2_000 }, (_, n) => n * 10));
  });

  function countReads(store: SegmentStore): number[] {
    const taken: number[] = [];
    jest
      .spyOn(store, 'read')
      .mockImplementation(async function* count(...args) {
        const { read } = Object.getPrototypeOf(store);
        for await (const segment of read.apply(store, args)) {
          taken.push(segment.number);
          yield segment;
        }
      });
    return taken;
  }

  it.each([
    ['in the middle of one', 10],
    ['at the end of one', undefined],
  ])('reads one segment for a page %s', async (_, skip) => {
    const { store, lines } = await setUp();
    await write(store, 20_000, 20_000);
    const second = (await store.list(stream))[1];
    const from = skip ?? second.itemCount - 50;
    const taken = countReads(store);

    const page = await lines.page(second.firstItem + from, 50);

    expect(page.map(entry => entry.position)).toEqual(
      Array.from({ length: 50 }, (__, n) => second.firstItem + from + n),
    );
    expect(taken).toEqual([1]);
  });

  it('finds the first item that passes a test without reading all', async () => {
    const { store, lines } = await setUp();
    await write(store, 100_000, 100_000);
    const segments = await store.list(stream);
    const taken = countReads(store);
    for (const first of [0, 1, 34_567, 99_999, 100_000]) {
      taken.length = 0;
      const found: number[] = [];
      for await (const { item: each } of lines.scanFrom(
        ({ n }) => n >= first,
      )) {
        found.push(each.n);
        if (found.length === 3) {
          break;
        }
      }
      expect(found).toEqual(
        [first, first + 1, first + 2].filter(n => n < 100_000),
      );
      expect(taken.length).toBeLessThan(segments.length / 2);
    }
  });

  it('makes one deflate stream of segments behind each other', async () => {
    const { store } = await setUp();
    await write(store, 20_000, 3_000);
    const parts: Buffer[] = [];
    for await (const segment of store.read(stream)) {
      parts.push(segment.data);
    }

    const text = inflateRawSync(
      Buffer.concat([...parts, FINAL_BLOCK]),
    ).toString();

    const expected = Array.from({ length: 20_000 }, (_, n) =>
      JsonLines.encode(item(n)).toString(),
    );
    expect(text === expected.join('')).toBe(true);
  });

  it('goes on behind what is there', async () => {
    const { store, lines } = await setUp();
    await write(store, 10, 10);
    const last = await store.last(stream);
    const writer = StreamWriter.create(stream, { last });
    writer.append(JsonLines.encode(item(10)), { kind: 'rare' });
    await save(store, writer);

    expect((await lines.page(8, 10)).map(entry => entry.item.n)).toEqual([
      8, 9, 10,
    ]);
    expect(await lines.count(['rare'])).toBe(2);
  });

  it('keeps full segments in objects, and the last one in the database', async () => {
    const { knex, store } = await setUp();
    await write(store, 20_000, 777);

    const rows = await knex('segments').select().orderBy('number');
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      const inObject = place !== 'alone' && row.raw_bytes >= SEGMENT_BYTES;
      expect(row.data).toHaveLength(inObject ? 0 : row.data_bytes);
      expect(row.object_key !== null).toBe(inObject);
    }
    expect(rows.at(-1).object_key).toBeNull();
  });

  it('stores again what could not be stored', async () => {
    const { store, lines } = await setUp();
    const writer = StreamWriter.create(stream);
    writer.append(JsonLines.encode(item(0)), { kind: 'rare' });
    await writer.unsaved();
    writer.failed();
    await save(store, writer);

    expect(await lines.count()).toBe(1);
  });
});
