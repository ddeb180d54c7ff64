const COMMA = 44;
const LINE_FEED = 10;
const QUOTE = 34;

// Looking for a character one by one is the fastest way where it is near, and the slowest where it is far.
const NEAR = 64;

/**
 * Goes through records that `encodeCsvRecord` wrote, one by one, and takes out of them only the fields that are wanted.
 *
 * @internal
 */
export class CsvScanner {
  /** Where the present record begins in the text. */
  start = 0;
  /** Where the next one begins. */
  end = 0;
  /**
   * The fields of the present record that are wanted, up to the last of them; in the places of others is NULL. It is
   * the same array for all records.
   */
  readonly fields: (string | null)[];

  private readonly count: number;
  private nextComma = -1;
  private nextQuote = -1;

  static create(text: string, wanted: readonly boolean[]): CsvScanner {
    return new CsvScanner(text, wanted);
  }

  private constructor(
    private readonly text: string,
    private readonly wanted: readonly boolean[],
  ) {
    this.count = wanted.lastIndexOf(true) + 1;
    this.fields = Array(this.count).fill(null);
  }

  /** Goes to the next record. */
  next(): boolean {
    const { text, wanted, fields, count } = this;
    if (this.end >= text.length) {
      return false;
    }
    let at = this.end;
    this.start = at;
    for (let column = 0; column < count; column++) {
      const end = this.endOfField(at);
      if (wanted[column]) {
        fields[column] = readField(text, at, end);
      }
      at = end + 1;
    }
    this.end = this.endOfRecord(at);
    return true;
  }

  /** The text of the present record. */
  get record(): string {
    return this.text.slice(this.start, this.end);
  }

  /** The end of a record of which so much is known. */
  private endOfRecord(from: number): number {
    const { text } = this;
    let at = from;
    if (at > this.start && text.charCodeAt(at - 1) === LINE_FEED) {
      return at;
    }
    for (;;) {
      const lineFeed = text.indexOf('\n', at);
      if (this.nextQuote < at) {
        this.nextQuote = found(text.indexOf('"', at));
      }
      if (lineFeed < this.nextQuote) {
        return lineFeed + 1;
      }
      at = endOfQuotedField(text, this.nextQuote);
    }
  }

  private endOfField(start: number): number {
    const { text } = this;
    if (text.charCodeAt(start) === QUOTE) {
      return endOfQuotedField(text, start);
    }
    for (let at = start; at < start + NEAR; at++) {
      const code = text.charCodeAt(at);
      if (code === COMMA || code === LINE_FEED) {
        return at;
      }
    }
    if (this.nextComma < start) {
      this.nextComma = found(text.indexOf(',', start));
    }
    return Math.min(text.indexOf('\n', start), this.nextComma);
  }
}

function found(index: number): number {
  return index < 0 ? Infinity : index;
}

function endOfQuotedField(text: string, start: number): number {
  for (let from = start + 1; ; from += 2) {
    from = text.indexOf('"', from);
    if (text.charCodeAt(from + 1) !== QUOTE) {
      return from + 1;
    }
  }
}

function readField(text: string, start: number, end: number): string | null {
  if (start === end) {
    return null;
  }
  if (text.charCodeAt(start) !== QUOTE) {
    return text.slice(start, end);
  }
  const value = text.slice(start + 1, end - 1);
  return value.includes('"') ? value.replaceAll('""', '"') : value;
}
