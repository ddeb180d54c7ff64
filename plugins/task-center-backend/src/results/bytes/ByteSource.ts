/**
 * A part of something made of bytes: from the first one (counted from 0) up to and without the last.
 *
 * @internal
 */
export interface ByteRange {
  from: number;
  to: number;
}

/**
 * Bytes whose number is known before they are read, and of which any part can be read.
 *
 * @internal
 */
export interface ByteSource {
  readonly bytes: number;
  /** Default: all of them. */
  read(range?: ByteRange): AsyncIterable<Buffer>;
}
