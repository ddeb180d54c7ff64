import { Knex } from 'knex';
import { SegmentRow, toNumber } from '../database';
import { Segment, SegmentInfo, StreamId } from './Segment';
import { SegmentStore } from './SegmentStore';

type InfoRow = Omit<SegmentRow, 'owner_id' | 'stream' | 'data'>;

const INFO_COLUMNS = [
  'number',
  'first_item',
  'item_count',
  'kinds',
  'raw_bytes',
];

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

  async put(
    stream: StreamId,
    segments: Segment[],
    transaction?: Knex.Transaction,
  ): Promise<void> {
    for (const segment of segments) {
      await (transaction ?? this.knex)<SegmentRow>('segments')
        .insert({
          owner_id: stream.owner,
          stream: stream.stream,
          number: segment.number,
          first_item: segment.firstItem,
          item_count: segment.itemCount,
          kinds: segment.kinds ? JSON.stringify(segment.kinds) : null,
          raw_bytes: segment.rawBytes,
          data: segment.data,
        })
        .onConflict(['owner_id', 'stream', 'number'])
        .merge();
    }
  }

  async list(stream: StreamId): Promise<SegmentInfo[]> {
    const rows = await this.of(stream)
      .select<InfoRow[]>(INFO_COLUMNS)
      .orderBy('number');
    return rows.map(toInfo);
  }

  async last(
    stream: StreamId,
    transaction?: Knex.Transaction,
  ): Promise<SegmentInfo | undefined> {
    const row = await this.of(stream, transaction)
      .select<InfoRow[]>(INFO_COLUMNS)
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
    for (let number = from; ; number++) {
      const row = await this.of(stream).where({ number }).first();
      if (!row) {
        return;
      }
      yield { ...toInfo(row), data: row.data };
    }
  }

  async remove(
    owners: string[],
    options: { prefix?: string; transaction?: Knex.Transaction } = {},
  ): Promise<void> {
    const query = (options.transaction ?? this.knex)<SegmentRow>('segments')
      .whereIn('owner_id', owners)
      .delete();
    if (options.prefix !== undefined) {
      query.whereLike('stream', `${options.prefix}%`);
    }
    await query;
  }

  private of({ owner, stream }: StreamId, transaction?: Knex.Transaction) {
    return (transaction ?? this.knex)<SegmentRow>('segments').where({
      owner_id: owner,
      stream,
    });
  }
}

function toInfo(row: InfoRow): SegmentInfo {
  return {
    number: row.number,
    firstItem: toNumber(row.first_item)!,
    itemCount: row.item_count,
    kinds: row.kinds ? JSON.parse(row.kinds) : undefined,
    rawBytes: row.raw_bytes,
  };
}
