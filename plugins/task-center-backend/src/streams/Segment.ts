/**
 * How many items there are of each kind, such as log lines by level.
 *
 * @internal
 */
export type KindCounts = Record<string, number>;

/**
 * How much items weigh, such as how long statements took.
 *
 * @internal
 */
export interface ItemWeights {
  sum: number;
  /** The weight of the heaviest. */
  max: number;
  /** The position of the heaviest in the stream, from 0. */
  heaviest: number;
}

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
  weights?: ItemWeights;
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
