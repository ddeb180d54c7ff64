import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import { ResultSink } from 'backstage-plugin-task-center-node';
import { ResultWriter } from '../results';
import { RunRecord, StoredOutcome } from './record';
import { RunControl } from './RunControl';
import { StoppedError, untilStopped } from './StoppedError';

/**
 * Hands what a statement returns to the record.
 *
 * @internal
 */
export class RecordingSink implements ResultSink {
  private writer: ResultWriter | undefined;
  private first: number | undefined;
  private rowCount = 0;

  /**
   * @param control - a run that is to stop does not wait for storage any more
   */
  static create(
    record: RunRecord,
    statement: number,
    control: RunControl,
  ): RecordingSink {
    return new RecordingSink(record, statement, control);
  }

  private constructor(
    private readonly record: RunRecord,
    private readonly statement: number,
    private readonly control: RunControl,
  ) {}

  async begin(columns: ResultColumn[]): Promise<void> {
    this.writer = this.record.addResultSet(this.statement, columns);
    this.first ??= this.writer.number;
  }

  async rows(rows: ResultRow[]): Promise<void> {
    this.rowCount += rows.length;
    this.writer!.write(rows);
    await this.makeRoom();
  }

  private async makeRoom(): Promise<void> {
    try {
      await untilStopped(this.record.makeRoom(), this.control);
    } catch (error) {
      // The statement is ended by its watch, which wants the rows that are on their way to be taken.
      if (!(error instanceof StoppedError)) {
        throw error;
      }
    }
  }

  async end(truncated: boolean): Promise<void> {
    this.writer!.end(truncated);
    if (truncated) {
      this.record.addLog(
        'WARN',
        `Result set ${
          this.writer!.number
        } was cut at the query result limit; there were more rows`,
        this.statement,
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
}
