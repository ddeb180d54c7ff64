import { SegmentRow, toNumber } from '../database';
import { Segment, SegmentInfo, StreamId } from './Segment';
import { ObjectPlace } from './SegmentStore';

/**
 * The columns of `segments` that say what is known without the data.
 *
 * @internal
 */
export const INFO_COLUMNS = [
  'number',
  'first_item',
  'item_count',
  'kinds',
  'raw_bytes',
  'data_bytes',
  'weights',
] as const;

const NO_DATA = Buffer.alloc(0);

type InfoRow = Pick<SegmentRow, (typeof INFO_COLUMNS)[number]>;

/**
 * A segment whose data is in its row.
 *
 * @internal
 */
export function toSegment(row: SegmentRow): Segment {
  return { ...toInfo(row), data: row.data };
}

/**
 * The row of a segment.
 *
 * @param place - where its data is, if that is in an object
 * @internal
 */
export function toRow(
  stream: StreamId,
  segment: Segment,
  place: ObjectPlace | undefined,
): SegmentRow {
  return {
    owner_id: stream.owner,
    stream: stream.stream,
    number: segment.number,
    first_item: segment.firstItem,
    item_count: segment.itemCount,
    kinds: segment.kinds ? JSON.stringify(segment.kinds) : null,
    raw_bytes: segment.rawBytes,
    data_bytes: segment.dataBytes,
    data: place ? NO_DATA : segment.data,
    object_key: place?.key ?? null,
    object_offset: place?.offset ?? null,
    weights: segment.weights ? JSON.stringify(segment.weights) : null,
  };
}

/** @internal */
export function toInfo(row: InfoRow): SegmentInfo {
  return {
    number: row.number,
    firstItem: toNumber(row.first_item)!,
    itemCount: row.item_count,
    kinds: row.kinds ? JSON.parse(row.kinds) : undefined,
    rawBytes: row.raw_bytes,
    dataBytes: row.data_bytes,
    weights: row.weights ? JSON.parse(row.weights) : undefined,
  };
}
