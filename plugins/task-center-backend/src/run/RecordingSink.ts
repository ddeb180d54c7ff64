import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import { ResultSink } from 'backstage-plugin-task-center-node';
import { ResultAllowance, ResultWriter } from '../results';
import { RunRecord, StoredOutcome } from './record';
import { RunControl } from './RunControl';
import { StoppedError, untilStopped } from './StoppedError';

/**
 * @internal
 */
export interface RecordingSinkOptions {
  record: RunRecord;
  allowance: ResultAllowance;
  /** The number of the statement. */
  statement: number;
  /** A run that is to stop does not wait for storage any more. */
  control: RunControl;
  /** How many rows of a result set the statement was asked for. */
  maxRows: number;
}

/**
 * Hands what a statement returns to the record.
 *
 * @internal
 */
export class RecordingSink implements ResultSink {
  private writer: ResultWriter | undefined;
  private first: number | undefined;
  private rowsBefore = 0;

  static create(options: RecordingSinkOptions): RecordingSink {
    return new RecordingSink(options);
  }

  private constructor(private readonly options: RecordingSinkOptions) {}

  async begin(columns: ResultColumn[]): Promise<void> {
    await this.options.allowance.settle();
    const before = this.writer?.rows ?? 0;
    this.writer = this.options.record.addResultSet(
      this.options.statement,
      columns,
    );
    this.first ??= this.writer.number;
    this.rowsBefore += before;
  }

  async rows(rows: ResultRow[]): Promise<void | 'enough'> {
    const { record, allowance } = this.options;
    const writer = this.writer!;
    writer.write(rows, allowance.room(writer.bytes, record.resultBytes));
    await this.makeRoom();
    return writer.truncatedBy && 'enough';
  }

  async end(truncated: boolean): Promise<void> {
    const { record, allowance, maxRows, statement } = this.options;
    const writer = this.writer!;
    writer.end(truncated, writer.rows >= maxRows ? 'rows' : undefined);
    const { isTruncated, truncatedBy, number } = writer;
    if (isTruncated) {
      const how = truncatedBy
        ? allowance.describe(truncatedBy)
        : 'when its statement was told to end';
      record.addLog(
        'WARN',
        `Result set ${number} was cut ${how}; there were more rows`,
        statement,
      );
    }
  }

  cut(): void {
    this.writer?.cut();
  }

  figures(): Pick<StoredOutcome, 'rows' | 'set'> {
    return this.first === undefined
      ? {}
      : { rows: this.rowsBefore + this.writer!.rows, set: this.first };
  }

  private async makeRoom(): Promise<void> {
    try {
      await untilStopped(this.options.record.makeRoom(), this.options.control);
    } catch (error) {
      // The statement is ended by its watch, which wants the rows that are on their way to be taken.
      if (!(error instanceof StoppedError)) {
        throw error;
      }
    }
  }
}
