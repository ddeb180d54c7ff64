import { Knex } from 'knex';
import {
  LogLevel,
  ResultColumn,
  SplitStatement,
  TaskFailure,
  TaskStatus,
} from 'backstage-plugin-task-center-common';
import {
  databaseNow,
  inTimelyTransaction,
  TaskRow,
  withPatience,
} from '../../database';
import { ResultSetInfo, ResultSetStore, ResultWriter } from '../../results';
import { JsonLines, SegmentStore, StreamWriter } from '../../streams';
import { LeaseLostError } from './LeaseLostError';
import { StorageError } from './StorageError';
import {
  ledgerStream,
  logStream,
  STATEMENT_TEXT_CHARS,
  statementStream,
  StoredLogLine,
  StoredOutcome,
  StoredUndone,
  undoneStream,
} from './streams';

// So that storing goes on beside the reading of more, and not by turns.
const WORTH_STORING_BYTES = 2 * 2 ** 20;
const MAX_BACKLOG_BYTES = 3 * WORTH_STORING_BYTES;
// Millions of short lines, and text that compresses well anyway.
const FAST = { fast: true };

/**
 * For how long a run waits for storage that fails. Shorter than a lease, so that an outage that a run survives is not
 * taken for the loss of its worker.
 *
 * @internal
 */
export const STORAGE_PATIENCE_MS = 20_000;
/** For how long storage may say nothing at all. */
const ANSWER_MS = STORAGE_PATIENCE_MS;

/**
 * What a run changes about its task's row, beside what is counted.
 *
 * @internal
 */
export type TaskChange = Partial<
  Pick<
    TaskRow,
    | 'status'
    | 'total_statements'
    | 'dispatched_through'
    | 'server_session'
    | 'abort_progress'
  >
> & { started_at?: Knex.Raw; finished_at?: Knex.Raw; failure?: TaskFailure };

/**
 * @internal
 */
export interface RunRecordOptions {
  knex: Knex;
  segments: SegmentStore;
  resultSetStore: ResultSetStore;
  task: TaskRow;
  /** For how long it waits for storage that fails. Default: {@link STORAGE_PATIENCE_MS}. */
  patienceMs?: number;
  /** Called when another status was stored. */
  onStatus?: () => void;
}

interface ResultTotals {
  bytes: number;
  stored: number;
  /** How many. */
  truncated: number;
}

/**
 * What is written down while a task runs: its log, ledger, result sets and row. What belongs together is stored in one
 * transaction, and only while this worker still holds the task.
 *
 * @internal
 */
export class RunRecord {
  private readonly log: StreamWriter;
  private readonly statements: StreamWriter;
  private readonly ledger: StreamWriter;
  private readonly undone: StreamWriter;
  private results: ResultWriter[] = [];
  private resultSets = 0;
  /** Of the result sets that have ended and are stored. */
  private stored: ResultTotals = { bytes: 0, stored: 0, truncated: 0 };
  private succeeded = 0;
  private failed = 0;
  private rolledBack = 0;
  private affectedRows = 0;
  private saving: Promise<void> = Promise.resolve();
  private ahead: Promise<void> | undefined;
  private saves = 0;
  private last: StoredOutcome | undefined;
  private pending: TaskChange = {};
  private isFinishing = false;
  private hasFailed = false;

  static create(options: RunRecordOptions): RunRecord {
    return new RunRecord(options);
  }

  private constructor(private readonly options: RunRecordOptions) {
    const { id } = options.task;
    this.log = StreamWriter.create(logStream(id), FAST);
    this.statements = StreamWriter.create(statementStream(id), FAST);
    this.ledger = StreamWriter.create(ledgerStream(id), FAST);
    this.undone = StreamWriter.create(undoneStream(id), FAST);
  }

  /** The number of the last statement that has an outcome. */
  get lastStatement(): number {
    return this.options.task.first_statement - 1 + this.ledger.itemCount;
  }

  /** The outcome that was added last. */
  get lastOutcome(): StoredOutcome | undefined {
    return this.last;
  }

  /** The size of all result sets as CSV so far, in bytes. */
  get resultBytes(): number {
    return this.results.reduce(
      (sum, result) => sum + result.bytes,
      this.stored.bytes,
    );
  }

  get failedStatements(): number {
    return this.failed;
  }

  addLog(level: LogLevel, message: string, statement?: number): void {
    const line: StoredLogLine = {
      t: Date.now(),
      l: level,
      n: statement,
      m: message,
    };
    this.log.append(JsonLines.encode(line), { kind: level });
  }

  addStatement({ line, text }: SplitStatement): void {
    const cut = text.length > STATEMENT_TEXT_CHARS || undefined;
    this.statements.append(
      JsonLines.encode({
        line,
        text: cut ? text.slice(0, STATEMENT_TEXT_CHARS) : text,
        cut,
      }),
    );
  }

  addOutcome(outcome: StoredOutcome): void {
    const { state, ms } = outcome;
    this.ledger.append(JsonLines.encode(outcome), { kind: state, weight: ms });
    this.last = outcome;
    this.succeeded += outcome.state === 'succeeded' ? 1 : 0;
    this.failed += outcome.state === 'failed' ? 1 : 0;
    this.affectedRows += outcome.affected ?? 0;
  }

  /** Says that statements that had succeeded were undone, or that nobody knows whether they were. */
  addUndone(range: StoredUndone): void {
    this.undone.append(JsonLines.encode(range));
    this.succeeded -= range.succeeded;
    this.affectedRows -= range.affected;
    this.rolledBack += range.state === 'rolled-back' ? range.succeeded : 0;
  }

  addResultSet(statement: number, columns: ResultColumn[]): ResultWriter {
    this.resultSets += 1;
    const writer = ResultWriter.create({
      taskId: this.options.task.id,
      number: this.resultSets,
      statement,
      columns,
    });
    this.results.push(writer);
    return writer;
  }

  /** Begins to store when there is something worth it; waits while storage is far behind. */
  async makeRoom(): Promise<void> {
    const backlog = this.writers().reduce((sum, w) => sum + w.backlogBytes, 0);
    if (backlog >= WORTH_STORING_BYTES && !this.ahead) {
      this.ahead = this.save();
      // A failure is told to whoever has to wait, unless storing has succeeded since.
      this.ahead.catch(() => {});
    }
    if (backlog >= MAX_BACKLOG_BYTES) {
      const { ahead } = this;
      try {
        await ahead;
      } finally {
        if (this.ahead === ahead) this.ahead = undefined;
      }
    }
  }

  /** Has a change stored with whatever is stored next. */
  change(change: TaskChange): void {
    this.pending = { ...this.pending, ...change };
  }

  /**
   * Stores all that was added before the call.
   *
   * @throws LeaseLostError when this worker does not hold the task any more; nothing is stored then
   * @throws StorageError when storage refused it for some seconds
   */
  async save(change: TaskChange = {}): Promise<void> {
    this.saves += 1;
    const all = { ...this.pending, ...change };
    this.pending = {};
    const save = () => this.saveAndSettle(all);
    this.saving = this.saving.then(save, save);
    return this.saving;
  }

  /** Stores what was added, if anything was and nothing is being stored just now. */
  async saveChanges(): Promise<void> {
    if (this.saves === 0 && this.writers().some(writer => writer.isUnsaved)) {
      await this.save();
    }
  }

  /** Stores everything together with the task's end. */
  async finish(
    status: Exclude<TaskStatus, 'preparing' | 'running'>,
    failure?: TaskFailure,
  ): Promise<void> {
    this.isFinishing = true;
    await this.save({
      status,
      failure,
      finished_at: databaseNow(this.options.knex),
    });
  }

  private writers(): StreamWriter[] {
    return [
      this.log,
      this.statements,
      this.ledger,
      this.undone,
      ...this.results.map(result => result.stream),
    ];
  }

  private async saveAndSettle(change: TaskChange): Promise<void> {
    try {
      await this.saveWithRetry(change);
      this.ahead = undefined;
      if (change.status) {
        this.options.onStatus?.();
      }
    } catch (error) {
      this.pending = { ...change, ...this.pending };
      throw error;
    } finally {
      this.saves -= 1;
    }
  }

  private async saveWithRetry(change: TaskChange): Promise<void> {
    try {
      await withPatience(
        this.options.patienceMs ?? STORAGE_PATIENCE_MS,
        () => this.saveOnce(change),
        error => error instanceof LeaseLostError,
      );
    } catch (error) {
      throw error instanceof LeaseLostError ? error : new StorageError(error);
    }
  }

  private async saveOnce(change: TaskChange): Promise<void> {
    const { knex, segments, resultSetStore } = this.options;
    // Taken in one go, so that a result set's figures and its segments agree.
    const results = this.results.slice();
    const figures = results.map(result => result.info());
    const ended = results.map(result => !result.isOpen);
    const counts = this.counts();
    const writers = this.writers();
    try {
      const parts = await Promise.all(writers.map(writer => writer.unsaved()));
      // The end of a task is not to be lost because object storage is down.
      const keepInDatabase = this.isFinishing && this.hasFailed;
      const prepared = await Promise.all(
        parts.map(part =>
          segments.prepare(part.stream, part.segments, { keepInDatabase }),
        ),
      );
      const ofResults = parts.slice(parts.length - results.length);
      const infos = figures.map((figure, index) => ({
        ...figure,
        storedBytes: ofResults[index].storedBytes,
      }));
      const totals = addUp(this.stored, infos);
      await inTimelyTransaction(knex, ANSWER_MS, async (transaction, check) => {
        await this.updateRow(transaction, {
          ...counts,
          result_bytes: totals.bytes,
          stored_result_bytes: totals.stored,
          truncated_result_sets: totals.truncated,
          ...toColumns(change),
        });
        for (const part of prepared) {
          check();
          await segments.put(part, transaction);
        }
        for (const info of infos) {
          check();
          await resultSetStore.put(info, transaction);
        }
      });
      parts.forEach(part => part.saved());
      this.hasFailed = false;
      this.stored = addUp(
        this.stored,
        infos.filter((_, index) => ended[index]),
      );
      this.results = this.results.filter(
        result => !ended[results.indexOf(result)],
      );
    } catch (error) {
      writers.forEach(writer => writer.failed());
      this.hasFailed = true;
      throw error;
    }
  }

  private counts() {
    return {
      succeeded_statements: this.succeeded,
      failed_statements: this.failed,
      rolled_back_statements: this.rolledBack,
      undone_ranges: this.undone.itemCount,
      affected_rows: this.affectedRows,
      result_sets: this.resultSets,
    };
  }

  private async updateRow(
    transaction: Knex.Transaction,
    columns: object,
  ): Promise<void> {
    const { id, attempt } = this.options.task;
    const held = await transaction('tasks')
      .where({ id, attempt })
      .whereIn('status', ['preparing', 'running'])
      .update(columns);
    if (held === 0 && !(await this.hasEnded(transaction))) {
      throw new LeaseLostError(id);
    }
  }

  /** Whether the end is stored already, by a try whose answer was lost. */
  private async hasEnded(transaction: Knex.Transaction): Promise<boolean> {
    const { id, attempt } = this.options.task;
    const row = await transaction<TaskRow>('tasks')
      .where({ id, attempt })
      .first('status');
    return this.isFinishing && row !== undefined;
  }
}

function addUp(before: ResultTotals, infos: ResultSetInfo[]): ResultTotals {
  return infos.reduce(
    (sum, info) => ({
      bytes: sum.bytes + info.bytes,
      stored: sum.stored + info.storedBytes,
      truncated: sum.truncated + (info.truncated ? 1 : 0),
    }),
    before,
  );
}

function toColumns({ failure, ...columns }: TaskChange): object {
  return failure
    ? {
        ...columns,
        failure_code: failure.code,
        failure_message: failure.message,
        failure_statement: failure.statement ?? null,
      }
    : columns;
}
