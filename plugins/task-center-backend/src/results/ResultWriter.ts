import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import {
  encodeCsvRecord,
  ResultColumn,
  ResultCutReason,
  ResultRow,
} from 'backstage-plugin-task-center-common';
import { StreamWriter } from '../streams';
import { ResultRoom } from './ResultAllowance';
import { ResultSetInfo, resultStream } from './ResultSetStore';

/**
 * @internal
 */
export interface ResultWriterOptions {
  taskId: string;
  number: number;
  statement: number;
  columns: ResultColumn[];
}

/**
 * Turns the rows of one result set into the items of its stream: records of CSV, the first of them the header.
 *
 * @internal
 */
export class ResultWriter {
  readonly stream: StreamWriter;
  private readonly hash = createHash('sha256');
  private rowCount = 0;
  private written = 0;
  private crc = 0;
  private truncated = false;
  private cutReason: ResultCutReason | undefined;
  private state: 'open' | 'complete' | 'cut' = 'open';

  static create(options: ResultWriterOptions): ResultWriter {
    const writer = new ResultWriter(options);
    const header = encodeCsvRecord(options.columns.map(({ name }) => name));
    writer.append(Buffer.from(header), 1);
    return writer;
  }

  private constructor(private readonly options: ResultWriterOptions) {
    this.stream = StreamWriter.create(
      resultStream(options.taskId, options.number),
    );
  }

  /** From 1 within the task. */
  get number(): number {
    return this.options.number;
  }

  /** How many rows it has so far. */
  get rows(): number {
    return this.rowCount;
  }

  /** Whether there were more rows than it has. */
  get isTruncated(): boolean {
    return this.truncated || this.cutReason !== undefined;
  }

  /** The size as CSV so far, header included. */
  get bytes(): number {
    return this.written;
  }

  /** The limit that has cut it off. */
  get truncatedBy(): ResultCutReason | undefined {
    return this.cutReason;
  }

  /**
   * Takes in rows as far as there is room, and none any more behind the first that there was no room for.
   */
  write(rows: ResultRow[], room: ResultRoom): void {
    if (this.cutReason) {
      return;
    }
    const data = encodeRows(rows);
    if (data.length <= room.bytes) {
      this.take(data, rows.length);
      return;
    }
    this.cutReason = room.reason;
    const fitting = rows.slice(0, countFitting(rows, room.bytes));
    this.take(encodeRows(fitting), fitting.length);
  }

  /**
   * @param cutReason - the limit because of which the statement was not asked for more rows
   */
  end(truncated: boolean, cutReason?: ResultCutReason): void {
    this.cutReason ??= truncated ? cutReason : undefined;
    this.truncated = truncated;
    this.state = 'complete';
  }

  /** Its statement ended before all rows came. */
  cut(): void {
    if (this.state === 'open') {
      this.state = 'cut';
    }
  }

  /** Whether more rows may come. */
  get isOpen(): boolean {
    return this.state === 'open';
  }

  /** What is known of the result set now. It is partial until its end was seen. */
  info(): Omit<ResultSetInfo, 'storedBytes'> {
    const { taskId, number, statement, columns } = this.options;
    return {
      taskId,
      number,
      statement,
      columns,
      rowCount: this.rowCount,
      bytes: this.written,
      crc32: this.crc,
      sha256: this.hash.copy().digest('hex'),
      truncated: this.isTruncated,
      truncatedBy: this.cutReason,
      partial: this.state !== 'complete',
    };
  }

  private take(data: Buffer, rows: number): void {
    this.rowCount += rows;
    this.append(data, rows);
  }

  private append(data: Buffer, items: number): void {
    if (items === 0) {
      return;
    }
    this.written += data.length;
    this.crc = crc32(data, this.crc);
    this.hash.update(data);
    this.stream.append(data, { items });
  }
}

function encodeRows(rows: ResultRow[]): Buffer {
  let text = '';
  for (const row of rows) {
    text += encodeCsvRecord(row);
  }
  return Buffer.from(text);
}

function countFitting(rows: ResultRow[], bytes: number): number {
  let left = bytes;
  return rows.findIndex(row => {
    left -= Buffer.byteLength(encodeCsvRecord(row));
    return left < 0;
  });
}
