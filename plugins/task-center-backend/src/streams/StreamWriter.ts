import { deflateSegment } from './deflateSegment';
import { KindCounts, Segment, SegmentInfo, StreamId } from './Segment';

const SEGMENT_BYTES = 256 * 1024;

/**
 * What a {@link StreamWriter} has to have stored.
 *
 * @internal
 */
export interface UnsavedSegments {
  stream: StreamId;
  segments: Segment[];
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
 * A segment is sealed when it holds 256 KiB. The open one at the end can be stored as well, so that readers see it; it
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
  private changed = false;
  private sealed: Promise<Segment>[] = [];

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

  /** How many sealed segments wait to be stored. Whoever appends should store them before there are many. */
  get backlog(): number {
    return this.sealed.length;
  }

  /** Whether something was appended that is not stored. */
  get isUnsaved(): boolean {
    return this.changed || this.sealed.length > 0;
  }

  /**
   * @param data - one or more whole items
   */
  append(
    data: Buffer | string,
    options: { items?: number; kind?: string } = {},
  ): void {
    const items = options.items ?? 1;
    if (typeof data === 'string') {
      this.text += data;
    } else {
      this.takeText();
      this.chunks.push(data);
    }
    this.size += data.length;
    this.items += items;
    if (options.kind !== undefined) {
      this.kinds ??= {};
      this.kinds[options.kind] = (this.kinds[options.kind] ?? 0) + items;
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
    this.changed = false;
    try {
      const segments = await Promise.all(open ? [...sealed, open] : sealed);
      return {
        stream: this.stream,
        segments,
        saved: () => {
          this.sealed.splice(0, sealed.length);
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
    const segment = this.compressOpen();
    segment.catch(() => {}); // reported by unsaved()
    this.sealed.push(segment);
    this.number += 1;
    this.firstItem += this.items;
    this.chunks = [];
    this.size = 0;
    this.items = 0;
    this.kinds = undefined;
    this.changed = false;
  }

  private async compressOpen(): Promise<Segment> {
    this.takeText();
    const raw =
      this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
    const info: SegmentInfo = {
      number: this.number,
      firstItem: this.firstItem,
      itemCount: this.items,
      kinds: this.kinds && { ...this.kinds },
      rawBytes: raw.length,
    };
    return { ...info, data: await deflateSegment(raw, this.options) };
  }

  /** Many small texts become bytes together much faster than one by one. */
  private takeText(): void {
    if (this.text !== '') {
      this.chunks.push(Buffer.from(this.text));
      this.text = '';
    }
  }
}
