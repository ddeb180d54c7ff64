const LINE_FEED = 10;
const QUOTE = 34;

/**
 * Takes some records out of CSV that `encodeCsvRecord` wrote: those behind the first `skipped`, at most `wanted` of them.
 * Nothing else is kept.
 *
 * @internal
 */
export class RecordSlicer {
  private readonly parts: Buffer[] = [];
  // Quotes within quotes are doubled, so they cancel each other out.
  private isQuoted = false;

  static create(skipped: number, wanted: number): RecordSlicer {
    return new RecordSlicer(skipped, wanted);
  }

  private constructor(private skipped: number, private wanted: number) {}

  /** Whether nothing more is wanted. */
  get isDone(): boolean {
    return this.wanted === 0;
  }

  /** The text of the records that were taken. */
  get text(): string {
    return Buffer.concat(this.parts).toString();
  }

  /** Takes in the next piece of the CSV. */
  take(piece: Buffer): void {
    let start = this.skipped > 0 ? piece.length : 0;
    let at = 0;
    while (at < piece.length && this.wanted > 0) {
      const byte = piece[at++];
      if (byte === QUOTE) {
        this.isQuoted = !this.isQuoted;
      } else if (byte !== LINE_FEED || this.isQuoted) {
        continue;
      } else if (this.skipped === 0) {
        this.wanted -= 1;
      } else {
        this.skipped -= 1;
        start = this.skipped > 0 ? start : at;
      }
    }
    this.parts.push(piece.subarray(start, at));
  }
}
