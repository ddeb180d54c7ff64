import { StreamId, StreamWriter, UnsavedSegments } from '../../../streams';

const BACKLOG_BYTES = 2 ** 20;
const PORTION_CHARS = 64 * 1024;

/**
 * Stores what a build of a view has made ready.
 *
 * @internal
 */
export type SaveSegments = (unsaved: UnsavedSegments) => Promise<void>;

/**
 * Writes a stream of records, and has it stored piece by piece while it grows.
 *
 * @internal
 */
export class RecordSink {
  /** The size of its largest segment when inflated. */
  largestSegment = 0;
  /** How many records there are. */
  count = 0;

  private readonly writer: StreamWriter;
  // Joining many texts at once is easier on memory than adding them one by one.
  private texts: string[] = [];
  private chars = 0;
  private saving: Promise<void> | undefined;

  static create(stream: StreamId, save: SaveSegments): RecordSink {
    return new RecordSink(stream, save);
  }

  private constructor(stream: StreamId, private readonly save: SaveSegments) {
    this.writer = StreamWriter.create(stream, { fast: true });
  }

  /** @returns whether it should be flushed before more is appended */
  append(text: string, count: number): boolean {
    this.texts.push(text);
    this.chars += text.length;
    this.count += count;
    return this.chars >= PORTION_CHARS && this.write();
  }

  /** Has stored what is ready, while more of it is made. */
  async flush(): Promise<void> {
    await this.saving;
    this.saving = this.store();
    this.saving.catch(() => {}); // thrown by the next call
  }

  /** Has stored all of it. */
  async end(): Promise<void> {
    this.write();
    await this.flush();
    await this.saving;
  }

  /** @returns whether segments are full that should be stored, and the one behind them has nothing in it yet */
  private write(): boolean {
    const { writer, texts } = this;
    const items = this.count - writer.itemCount;
    const before = writer.backlogBytes;
    if (items > 0) {
      this.texts = [];
      this.chars = 0;
      writer.append(Buffer.from(texts.join('')), { items });
    }
    const limit = this.saving ? 2 * BACKLOG_BYTES : BACKLOG_BYTES;
    return writer.backlogBytes > before && writer.backlogBytes >= limit;
  }

  private async store(): Promise<void> {
    const unsaved = await this.writer.unsaved();
    for (const { rawBytes } of unsaved.segments) {
      this.largestSegment = Math.max(this.largestSegment, rawBytes);
    }
    await this.save(unsaved);
    unsaved.saved();
    this.saving = undefined;
  }
}
