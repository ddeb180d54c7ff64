import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import { ResultSink } from 'backstage-plugin-task-center-node';
import { ResultWriter } from '../results';
import { RunRecord, StoredOutcome } from './record';
import { RunControl } from './RunControl';
import { StoppedError, untilStopped } from './StoppedError';

/**
 * @internal
 */
export interface RecordingSinkOptions {
  record: RunRecord;
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
  private rowCount = 0;
  private rowsOfSet = 0;

  static create(options: RecordingSinkOptions): RecordingSink {
    return new RecordingSink(options);
  }

  private constructor(private readonly options: RecordingSinkOptions) {}

  async begin(columns: ResultColumn[]): Promise<void> {
    this.writer = this.options.record.addResultSet(
      this.options.statement,
      columns,
    );
    this.first ??= this.writer.number;
    this.rowsOfSet = 0;
  }

  async rows(rows: ResultRow[]): Promise<void> {
    this.rowCount += rows.length;
    this.rowsOfSet += rows.length;
    this.writer!.write(rows);
    await this.makeRoom();
  }

  async end(truncated: boolean): Promise<void> {
    this.writer!.end(truncated);
    if (truncated) {
      const { number } = this.writer!;
      this.options.record.addLog(
        'WARN',
        this.rowsOfSet >= this.options.maxRows
          ? `Result set ${number} was cut at the query result limit; there were more rows`
          : `Result set ${number} was cut when its statement was told to end; there were more rows`,
        this.options.statement,
      );
    }
  }

  cut(): void {
    this.writer?.cut();
  }

  figures(): Pick<StoredOutcome, 'rows' | 'set'> {
    return this.first === undefined
      ? {}
      : { rows: this.rowCount, set: this.first };
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
