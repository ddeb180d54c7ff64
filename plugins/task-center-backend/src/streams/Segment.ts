/**
 * How many items there are of each kind, such as log lines by level.
 *
 * @internal
 */
export type KindCounts = Record<string, number>;

/**
 * What is known of a part of a stream without its data.
 *
 * @internal
 */
export interface SegmentInfo {
  /** From 0 within its stream. */
  number: number;
  /** The position of its first item in the stream, from 0. */
  firstItem: number;
  itemCount: number;
  kinds?: KindCounts;
  /** The size of the data when inflated. */
  rawBytes: number;
  /** The size of the data as it is stored. */
  dataBytes: number;
}

/**
 * A part of a stream. The data is raw deflate ended by a full flush: it can be inflated by itself, and the data of
 * following segments behind it is one longer deflate stream that lacks only its final block.
 *
 * @internal
 */
export interface Segment extends SegmentInfo {
  data: Buffer;
}

/**
 * Names a stream: whose it is and which of theirs.
 *
 * @internal
 */
export interface StreamId {
  owner: string;
  stream: string;
}
