import { deflateSegment } from './deflateSegment';
import {
  ItemWeights,
  KindCounts,
  Segment,
  SegmentInfo,
  StreamId,
} from './Segment';

/**
 * A segment with so much data, before compression, is full: nothing is added to it any more. Who wants a few items has to
 * inflate all that stand beside them, and the collector has as much to clear away; four times the size makes neither writing
 * nor the compressed text better.
 *
 * @internal
 */
export const SEGMENT_BYTES = 64 * 1024;

/**
 * What a {@link StreamWriter} has to have stored.
 *
 * @internal
 */
export interface UnsavedSegments {
  stream: StreamId;
  segments: Segment[];
  /** The size of all data of the stream, once these segments are stored. */
  storedBytes: number;
  /** To be called once the segments are stored. */
  saved(): void;
}

/**
 * @internal
 */
export interface StreamWriterOptions {
  /** The last segment that the stream has already; what is appended comes behind it. */
  last?: SegmentInfo;
  /** Compress less, in a third of the time. */
  fast?: boolean;
}

/**
 * Makes segments of what is appended to a stream.
 *
 * A segment is sealed when it holds 64 KiB. The open one at the end can be stored as well, so that readers see it; it
 * is then stored again under the same number when it has grown.
 *
 * @internal
 */
export class StreamWriter {
  private number: number;
  private firstItem: number;
  private chunks: Buffer[] = [];
  private text = '';
  private size = 0;
  private items = 0;
  private kinds: KindCounts | undefined;
  private weights: ItemWeights | undefined;
  private changed = false;
  private sealed: Promise<Segment>[] = [];
  private waitingBytes = 0;
  /** The size of the sealed segments that are stored, and of the open one as it was made last. */
  private storedBytes = 0;
  private openBytes = 0;

  static create(
    stream: StreamId,
    options: StreamWriterOptions = {},
  ): StreamWriter {
    return new StreamWriter(stream, options);
  }

  private constructor(
    readonly stream: StreamId,
    private readonly options: StreamWriterOptions,
  ) {
    const { last } = options;
    this.number = last ? last.number + 1 : 0;
    this.firstItem = last ? last.firstItem + last.itemCount : 0;
  }

  /** How many items the stream has, stored or not. */
  get itemCount(): number {
    return this.firstItem + this.items;
  }

  /**
   * The size of the sealed segments that wait to be stored, before compression. Whoever appends should store them before it
   * is much.
   */
  get backlogBytes(): number {
    return this.waitingBytes;
  }

  /** Whether something was appended that is not stored. */
  get isUnsaved(): boolean {
    return this.changed || this.sealed.length > 0;
  }

  /**
   * @param data - one or more whole items
   * @param options - a weight is that of one item
   */
  append(
    data: Buffer | string,
    options: { items?: number; kind?: string; weight?: number } = {},
  ): void {
    const items = options.items ?? 1;
    if (typeof data === 'string') {
      this.text += data;
      this.size += Buffer.byteLength(data);
    } else {
      this.takeText();
      this.chunks.push(data);
      this.size += data.length;
    }
    this.items += items;
    if (options.kind !== undefined) {
      this.kinds ??= {};
      this.kinds[options.kind] = (this.kinds[options.kind] ?? 0) + items;
    }
    if (options.weight !== undefined) {
      this.weigh(options.weight);
    }
    this.changed = true;
    if (this.size >= SEGMENT_BYTES) {
      this.seal();
    }
  }

  /** What has not been stored yet, the open segment included. One call at a time. */
  async unsaved(): Promise<UnsavedSegments> {
    const sealed = this.sealed.slice();
    const open = this.changed ? this.compressOpen() : undefined;
    const { openBytes } = this;
    this.changed = false;
    try {
      const [full, last] = await Promise.all([Promise.all(sealed), open]);
      const sealedBytes = this.storedBytes + sumBytes(full);
      // It may have been sealed meanwhile.
      if (last?.number === this.number) this.openBytes = last.dataBytes;
      return {
        stream: this.stream,
        segments: last ? [...full, last] : full,
        storedBytes: sealedBytes + (last?.dataBytes ?? openBytes),
        saved: () => {
          this.sealed.splice(0, sealed.length);
          this.waitingBytes -= full.reduce((sum, s) => sum + s.rawBytes, 0);
          this.storedBytes = sealedBytes;
        },
      };
    } catch (error) {
      this.changed = true;
      throw error;
    }
  }

  /** Says that what {@link StreamWriter.unsaved} gave was not stored. */
  failed(): void {
    this.changed = this.items > 0;
  }

  private seal(): void {
    this.waitingBytes += this.size;
    const segment = this.compressOpen();
    segment.catch(() => {}); // reported by unsaved()
    this.sealed.push(segment);
    this.number += 1;
    this.firstItem += this.items;
    this.chunks = [];
    this.size = 0;
    this.items = 0;
    this.openBytes = 0;
    this.kinds = undefined;
    this.weights = undefined;
    this.changed = false;
  }

  private async compressOpen(): Promise<Segment> {
    this.takeText();
    const raw =
      this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
    const info = {
      number: this.number,
      firstItem: this.firstItem,
      itemCount: this.items,
      kinds: this.kinds && { ...this.kinds },
      weights: this.weights && { ...this.weights },
      rawBytes: raw.length,
    };
    const data = await deflateSegment(raw, this.options);
    return { ...info, dataBytes: data.length, data };
  }

  /** Adds the weight of the last item. */
  private weigh(weight: number): void {
    const heaviest = this.itemCount - 1;
    this.weights ??= { sum: 0, max: weight, heaviest };
    this.weights.sum += weight;
    if (weight > this.weights.max) {
      Object.assign(this.weights, { max: weight, heaviest });
    }
  }

  /** Many small texts become bytes together much faster than one by one. */
  private takeText(): void {
    if (this.text !== '') {
      this.chunks.push(Buffer.from(this.text));
      this.text = '';
    }
  }
}

function sumBytes(segments: Segment[]): number {
  return segments.reduce((sum, { dataBytes }) => sum + dataBytes, 0);
}
