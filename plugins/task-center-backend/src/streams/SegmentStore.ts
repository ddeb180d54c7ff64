import { Knex } from 'knex';
import { Segment, SegmentInfo, StreamId } from './Segment';

/**
 * Where in object storage the data of a segment is.
 *
 * @internal
 */
export interface ObjectPlace {
  key: string;
  /** Where the data begins in the object. */
  offset: number;
}

/**
 * Segments whose data is where it belongs, so that they can be stored fast.
 *
 * @internal
 */
export interface PreparedSegments {
  stream: StreamId;
  /** Those without a place have their data stored in the database. */
  segments: { segment: Segment; place?: ObjectPlace }[];
}

/** @internal */
export interface PrepareOptions {
  /**
   * Has their data stored in the database wherever it belongs, as it is when object storage is down and the last of a
   * stream must not be lost. What moves segments moves these, too. Default: false.
   */
  keepInDatabase?: boolean;
}

/**
 * Which streams of their owners are to be removed.
 *
 * @internal
 */
export interface RemoveOptions {
  /** What the names of the streams begin with. Default: all streams. */
  prefix?: string;
  transaction?: Knex.Transaction;
}

/**
 * Keeps segments.
 *
 * @internal
 */
export interface SegmentStore {
  /**
   * Does what takes long about storing segments. To be called outside transactions where segments can be full ones: it
   * may have to wait for object storage.
   */
  prepare(
    stream: StreamId,
    segments: Segment[],
    options?: PrepareOptions,
  ): Promise<PreparedSegments>;
  /**
   * Writes segments, in the place of older ones with the same numbers.
   *
   * @param transaction - where given, they become visible together with what else it does
   */
  put(
    prepared: PreparedSegments,
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
  /**
   * Segments from a number on, one at a time as they are asked for.
   *
   * @throws ServiceUnavailableError when data that is there cannot be had
   */
  read(stream: StreamId, from?: number): AsyncIterable<Segment>;
  /** Removes every stream of these owners, or those whose name begins with a prefix. */
  remove(owners: string[], options?: RemoveOptions): Promise<void>;
}
