import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { Knex } from 'knex';
import createLimiter from 'p-limit';
import { SegmentRow } from '../database';
import { DatabaseSegmentStore } from './DatabaseSegmentStore';
import {
  createObjectKey,
  ObjectGarbage,
  objectPrefix,
  ObjectStore,
} from './objects';
import { Segment, SegmentInfo, StreamId } from './Segment';
import { toSegment } from './segmentRows';
import {
  ObjectPlace,
  PreparedSegments,
  PrepareOptions,
  RemoveOptions,
  SegmentStore,
} from './SegmentStore';
import { splitRuns } from './splitRuns';
import { SEGMENT_BYTES } from './StreamWriter';

/** How many objects a backend writes at once. */
const UPLOADS = 8;

/**
 * @internal
 */
export interface TieredSegmentStoreOptions {
  knex: Knex;
  objects: ObjectStore;
  garbage: ObjectGarbage;
  /** Whether full segments are to be put into objects; they are read from there anyway. */
  storesObjects: boolean;
}

/**
 * Keeps the data of full segments in objects. What they are, and segments that still grow, is in the plugin's own
 * database.
 *
 * @internal
 */
export class TieredSegmentStore implements SegmentStore {
  private readonly index: DatabaseSegmentStore;
  private readonly limit = createLimiter(UPLOADS);
  /** Where segments are that could not be stored yet; they are not uploaded again when that is tried again. */
  private readonly places = new WeakMap<Segment, ObjectPlace>();

  static create(options: TieredSegmentStoreOptions): TieredSegmentStore {
    return new TieredSegmentStore(options);
  }

  private constructor(private readonly options: TieredSegmentStoreOptions) {
    this.index = DatabaseSegmentStore.create(options.knex);
  }

  async prepare(
    stream: StreamId,
    segments: Segment[],
    { keepInDatabase = false }: PrepareOptions = {},
  ): Promise<PreparedSegments> {
    const isMissing = (segment: Segment) =>
      segment.rawBytes >= SEGMENT_BYTES && !this.places.has(segment);
    const missing =
      this.options.storesObjects && !keepInDatabase
        ? segments.filter(isMissing)
        : [];
    // Those with nothing to upload do not wait in line with those that have.
    if (missing.length > 0) {
      await this.limit(() => this.upload(stream, missing));
    }
    return {
      stream,
      segments: segments.map(segment => ({
        segment,
        place: this.places.get(segment),
      })),
    };
  }

  async put(
    prepared: PreparedSegments,
    transaction?: Knex.Transaction,
  ): Promise<void> {
    await this.index.put(prepared, transaction);
  }

  async list(stream: StreamId): Promise<SegmentInfo[]> {
    return this.index.list(stream);
  }

  async last(
    stream: StreamId,
    transaction?: Knex.Transaction,
  ): Promise<SegmentInfo | undefined> {
    return this.index.last(stream, transaction);
  }

  async locate(stream: StreamId, item: number): Promise<number | undefined> {
    return this.index.locate(stream, item);
  }

  async *read(stream: StreamId, from: number = 0): AsyncGenerator<Segment> {
    for await (const rows of this.index.batches(stream, from)) {
      yield* this.load(stream, rows);
    }
  }

  async remove(owners: string[], options: RemoveOptions = {}): Promise<void> {
    const { knex, garbage } = this.options;
    const { transaction, prefix } = options;
    if (!transaction) {
      await knex.transaction(each =>
        this.remove(owners, { ...options, transaction: each }),
      );
      return;
    }
    // Also where no segment names an object: a worker may have written one and died.
    const prefixes = owners.map(owner => objectPrefix(owner, prefix));
    await ObjectGarbage.add(prefixes, transaction);
    const keys = await this.index.removeRows(owners, options);
    garbage.removeAfter(transaction, keys);
  }

  private async upload(stream: StreamId, segments: Segment[]): Promise<void> {
    const key = createObjectKey(stream, segments[0].number);
    await this.options.objects.put(
      key,
      Buffer.concat(segments.map(({ data }) => data)),
    );
    let offset = 0;
    for (const segment of segments) {
      this.places.set(segment, { key, offset });
      offset += segment.dataBytes;
    }
  }

  private async *load(
    stream: StreamId,
    rows: SegmentRow[],
    missing?: string,
  ): AsyncGenerator<Segment> {
    for (const run of splitRuns(rows, isAdjacent)) {
      const [{ object_key: key, number }] = run;
      const segments = key === null ? run.map(toSegment) : await this.get(run);
      if (segments) {
        yield* segments;
      } else if (key === missing) {
        throw new ServiceUnavailableError(
          `The object '${key}' is missing in ${this.options.objects.name}. Restore it from a backup of the bucket, or correct taskCenter.storage.s3 if that names another bucket now.`,
        );
      } else {
        // The segments may have been moved or removed since their rows were read.
        const now = await this.index.rows(stream, number, run.length);
        yield* this.load(stream, now, key!);
      }
    }
  }

  /** Segments that lie behind each other in one object; `undefined` when there is no such object. */
  private async get(rows: SegmentRow[]): Promise<Segment[] | undefined> {
    const start = rows[0].object_offset!;
    const length = rows.reduce((sum, row) => sum + row.data_bytes, 0);
    try {
      const data = await this.options.objects.getRange(
        rows[0].object_key!,
        start,
        length,
      );
      return rows.map(row => {
        const at = row.object_offset! - start;
        return {
          ...toSegment(row),
          data: data.subarray(at, at + row.data_bytes),
        };
      });
    } catch (error) {
      if (error instanceof NotFoundError) {
        return undefined;
      }
      throw error;
    }
  }
}

/** Whether the data of both can be had at once. */
function isAdjacent(before: SegmentRow, row: SegmentRow): boolean {
  return (
    before.object_key === row.object_key &&
    (row.object_key === null ||
      before.object_offset! + before.data_bytes === row.object_offset)
  );
}
