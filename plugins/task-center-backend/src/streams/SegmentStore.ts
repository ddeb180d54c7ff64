import { Knex } from 'knex';
import { Segment, SegmentInfo, StreamId } from './Segment';

/**
 * Keeps segments.
 *
 * @internal
 */
export interface SegmentStore {
  /**
   * Writes segments, in the place of older ones with the same numbers.
   *
   * @param transaction - where given, they become visible together with what else it does
   */
  put(
    stream: StreamId,
    segments: Segment[],
    transaction?: Knex.Transaction,
  ): Promise<void>;
  /** What segments there are, in order. */
  list(stream: StreamId): Promise<SegmentInfo[]>;
  /** The last segment of a stream. */
  last(
    stream: StreamId,
    transaction?: Knex.Transaction,
  ): Promise<SegmentInfo | undefined>;
  /** The number of the segment that holds the item at this position. */
  locate(stream: StreamId, item: number): Promise<number | undefined>;
  /** Segments from a number on, one at a time as they are asked for. */
  read(stream: StreamId, from?: number): AsyncIterable<Segment>;
  /** Removes every stream of these owners, or those whose name begins with a prefix. */
  remove(
    owners: string[],
    options?: { prefix?: string; transaction?: Knex.Transaction },
  ): Promise<void>;
}
