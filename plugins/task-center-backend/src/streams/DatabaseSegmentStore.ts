import { ServiceUnavailableError } from '@backstage/errors';
import { Knex } from 'knex';
import { SegmentRow } from '../database';
import { ObjectGarbage, objectPrefix } from './objects';
import { Segment, SegmentInfo, StreamId } from './Segment';
import { INFO_COLUMNS, toInfo, toRow, toSegment } from './segmentRows';
import { PreparedSegments, RemoveOptions, SegmentStore } from './SegmentStore';

/** How many segments are read at once, at most, by those who read many. */
const READ_AHEAD = 32;
/** They are fewer where values are large. */
const READ_AHEAD_BYTES = 2 * 2 ** 20;
/** So that a transaction is not held for one segment after the other. */
const WRITE_AT_ONCE = 16;

/**
 * Keeps segments in the plugin's own database.
 *
 * @internal
 */
export class DatabaseSegmentStore implements SegmentStore {
  static create(knex: Knex): DatabaseSegmentStore {
    return new DatabaseSegmentStore(knex);
  }

  private constructor(private readonly knex: Knex) {}

  async prepare(
    stream: StreamId,
    segments: Segment[],
  ): Promise<PreparedSegments> {
    return { stream, segments: segments.map(segment => ({ segment })) };
  }

  async put(
    { stream, segments }: PreparedSegments,
    transaction?: Knex.Transaction,
  ): Promise<void> {
    for (let start = 0; start < segments.length; start += WRITE_AT_ONCE) {
      await (transaction ?? this.knex)<SegmentRow>('segments')
        .insert(
          segments
            .slice(start, start + WRITE_AT_ONCE)
            .map(({ segment, place }) => toRow(stream, segment, place)),
        )
        .onConflict(['owner_id', 'stream', 'number'])
        .merge();
    }
  }

  async list(stream: StreamId): Promise<SegmentInfo[]> {
    const rows = await this.of(stream)
      .select(...INFO_COLUMNS)
      .orderBy('number');
    return rows.map(toInfo);
  }

  async last(
    stream: StreamId,
    transaction?: Knex.Transaction,
  ): Promise<SegmentInfo | undefined> {
    const row = await this.of(stream, transaction)
      .select(...INFO_COLUMNS)
      .orderBy('number', 'desc')
      .first();
    return row && toInfo(row);
  }

  async locate(stream: StreamId, item: number): Promise<number | undefined> {
    const row = await this.of(stream)
      .select('number', 'first_item', 'item_count')
      .where('first_item', '<=', item)
      .orderBy('first_item', 'desc')
      .first();
    return row && Number(row.first_item) + row.item_count > item
      ? row.number
      : undefined;
  }

  async *read(stream: StreamId, from: number = 0): AsyncGenerator<Segment> {
    for await (const rows of this.batches(stream, from)) {
      for (const row of rows) {
        if (row.object_key !== null) {
          throw new ServiceUnavailableError(
            'What was asked for is in object storage, but this backend does not know where that is. Configure taskCenter.storage.s3 as it was when it was stored.',
          );
        }
        yield toSegment(row);
      }
    }
  }

  /** The rows of segments from a number on: first one, then more at a time, the longer it goes on. */
  async *batches(stream: StreamId, from: number): AsyncGenerator<SegmentRow[]> {
    let number = from;
    let count = 1;
    for (;;) {
      const rows = await this.rows(stream, number, count);
      yield rows;
      if (rows.length < count) {
        return;
      }
      number += count;
      count = await this.countAhead(stream, number, 2 * count);
    }
  }

  /** How many segments from a number on are read at once. */
  private async countAhead(
    stream: StreamId,
    from: number,
    atMost: number,
  ): Promise<number> {
    const sizes = await this.of(stream)
      .where('number', '>=', from)
      .where('number', '<', from + Math.min(atMost, READ_AHEAD))
      .orderBy('number')
      .pluck('data_bytes');
    let bytes = 0;
    const fitting = sizes.filter(size => {
      bytes += size;
      return bytes <= READ_AHEAD_BYTES;
    });
    return Math.max(1, fitting.length);
  }

  /** The rows of the segments with these numbers, as far as there are such. */
  async rows(
    stream: StreamId,
    from: number,
    count: number,
  ): Promise<SegmentRow[]> {
    return this.of(stream)
      .where('number', '>=', from)
      .where('number', '<', from + count)
      .orderBy('number');
  }

  async remove(owners: string[], options: RemoveOptions = {}): Promise<void> {
    const { transaction, prefix } = options;
    if (!transaction) {
      await this.knex.transaction(each =>
        this.remove(owners, { ...options, transaction: each }),
      );
      return;
    }
    const keys = await this.removeRows(owners, options);
    const named = owners.filter(owner =>
      keys.some(key => key.startsWith(objectPrefix(owner))),
    );
    await ObjectGarbage.add(
      named.map(owner => objectPrefix(owner, prefix)),
      transaction,
    );
  }

  /**
   * Removes segments, but not the objects that hold the data of some.
   *
   * @returns the keys of these objects
   */
  async removeRows(
    owners: string[],
    options: RemoveOptions,
  ): Promise<string[]> {
    const keys = await this.owned(owners, options)
      .whereNotNull('object_key')
      .distinct()
      .pluck('object_key');
    await this.owned(owners, options).delete();
    return keys as string[];
  }

  private owned(owners: string[], { prefix, transaction }: RemoveOptions) {
    const query = (transaction ?? this.knex)<SegmentRow>('segments').whereIn(
      'owner_id',
      owners,
    );
    return prefix === undefined
      ? query
      : query.whereLike('stream', `${prefix}%`);
  }

  private of({ owner, stream }: StreamId, transaction?: Knex.Transaction) {
    return (transaction ?? this.knex)<SegmentRow>('segments').where({
      owner_id: owner,
      stream,
    });
  }
}
