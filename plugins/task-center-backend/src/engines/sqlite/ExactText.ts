import type { Database } from 'better-sqlite3';
import { isUtf8 } from 'node:buffer';
import { explain, type Operation } from './explain.ts';
import { toHex } from './toHex.ts';

const REPLACEMENT = '\uFFFD';

/**
 * better-sqlite3 puts U+FFFD in place of what is not UTF-8. Where that is found, SQLite is asked for the rows a second
 * time, as bytes. Both queries see the same data, since the first one is still under way.
 *
 * @internal
 */
export class ExactText {
  private readonly database: Database;
  private readonly sql: string;
  private readonly columns: number;
  private readonly toText: (value: unknown) => string | null;
  private rows?: Iterator<(Buffer | null)[]>;
  private row?: (Buffer | null)[];
  private encoding = '';
  private position = -1;

  constructor(
    database: Database,
    statement: { sql: string; columns: number },
    toText: (value: unknown) => string | null,
  ) {
    this.database = database;
    this.sql = statement.sql;
    this.columns = statement.columns;
    this.toText = toText;
  }

  /**
   * A row whose text is text or, where it is none, its bytes. Undefined when SQLite does not say the same a second time:
   * all columns are compared, since any bytes that are not text look alike.
   */
  read(position: number, row: unknown[]): unknown[] | undefined {
    try {
      this.rows ??= this.open();
      while (this.position < position) {
        this.position++;
        this.row = this.rows.next().value;
      }
      const again = this.row;
      const exact = row.map((value, i) => this.readValue(value, again?.[i]));
      return exact.includes(undefined) ? undefined : exact;
    } catch {
      // Not a query, but PRAGMA, EXPLAIN or RETURNING; or it fails this time.
      this.rows = [].values();
      return undefined;
    }
  }

  close(): void {
    this.rows?.return?.();
  }

  private readValue(value: unknown, bytes: Buffer | null | undefined): unknown {
    if (!bytes || value === null) {
      return value === bytes ? value : undefined;
    }
    if (typeof value === 'string') {
      return readText(bytes, this.encoding, value);
    }
    const isSame = Buffer.isBuffer(value)
      ? bytes.equals(value)
      : decode(bytes, this.encoding) === this.toText(value);
    return isSame ? value : undefined;
  }

  private open(): Iterator<(Buffer | null)[]> {
    const { database, sql } = this;
    if (explain(database, sql).some(isRandom)) {
      return [].values();
    }
    this.encoding = database
      .prepare<[], string>('PRAGMA encoding')
      .pluck()
      .get()!;
    const names = Array.from({ length: this.columns }, (_, i) => `c${i}`);
    const bytes = names.map(name => `CAST(${name} AS BLOB)`);
    const query = sql.replace(/;\s*$/, '');
    // A table of this name would be taken for the query itself.
    let again = 'again';
    while (sql.toLowerCase().includes(again)) again += '_';
    return database
      .prepare<[], (Buffer | null)[]>(
        `WITH ${again} (${names}) AS (${query}\n) SELECT ${bytes} FROM ${again}`,
      )
      .raw()
      .iterate();
  }
}

function isRandom({ opcode, p4 }: Operation): boolean {
  return opcode === 'Function' && /^random(blob)?\(/.test(p4 ?? '');
}

/**
 * @param text - the same with U+FFFD in place of what is not UTF-8
 */
function readText(
  bytes: Buffer,
  encoding: string,
  text: string,
): string | undefined {
  const decoded = decode(bytes, encoding);
  if (encoding === 'UTF-8') {
    if (decoded !== text) return undefined;
    return isUtf8(bytes) ? text : toHex(bytes);
  }
  if (decoded === text) return text;
  return isWellFormed(decoded) || !hasReplacement(text)
    ? undefined
    : toHex(bytes);
}

function decode(bytes: Buffer, encoding: string): string {
  if (encoding === 'UTF-8') return bytes.toString('utf8');
  const units = encoding === 'UTF-16be' ? Buffer.from(bytes).swap16() : bytes;
  return units.toString('utf16le');
}

/**
 * Whether a value is text that may have lost something.
 *
 * @internal
 */
export function hasReplacement(value: unknown): boolean {
  return typeof value === 'string' && value.includes(REPLACEMENT);
}

function isWellFormed(text: string): boolean {
  return Buffer.from(text).toString() === text;
}
