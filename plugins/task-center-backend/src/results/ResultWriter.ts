import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import {
  encodeCsvRecord,
  ResultColumn,
  ResultRow,
} from 'backstage-plugin-task-center-common';
import { StreamWriter } from '../streams';
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
  private bytes = 0;
  private crc = 0;
  private truncated = false;
  private state: 'open' | 'complete' | 'cut' = 'open';

  static create(options: ResultWriterOptions): ResultWriter {
    const writer = new ResultWriter(options);
    writer.append(encodeCsvRecord(options.columns.map(({ name }) => name)), 1);
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

  write(rows: ResultRow[]): void {
    let text = '';
    for (const row of rows) {
      text += encodeCsvRecord(row);
    }
    this.rowCount += rows.length;
    this.append(text, rows.length);
  }

  end(truncated: boolean): void {
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
  info(): ResultSetInfo {
    const { taskId, number, statement, columns } = this.options;
    return {
      taskId,
      number,
      statement,
      columns,
      rowCount: this.rowCount,
      bytes: this.bytes,
      crc32: this.crc,
      sha256: this.hash.copy().digest('hex'),
      truncated: this.truncated,
      partial: this.state !== 'complete',
    };
  }

  private append(text: string, items: number): void {
    const data = Buffer.from(text);
    this.bytes += data.length;
    this.crc = crc32(data, this.crc);
    this.hash.update(data);
    this.stream.append(data, { items });
  }
}
