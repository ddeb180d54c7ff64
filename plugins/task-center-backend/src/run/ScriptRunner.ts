import { SplitStatement } from 'backstage-plugin-task-center-common';
import { databaseNow } from '../database';
import { describeError } from './describeStatement';
import { DispatchWindow } from './DispatchWindow';
import { OutcomeWriter } from './OutcomeWriter';
import { readTaskStatements, ScriptReading } from './readScriptThrough';
import { RunContext } from './RunContext';
import { RunFailure } from './RunFailure';
import { ScriptTransaction } from './ScriptTransaction';
import { describeRetry, SessionHolder } from './SessionHolder';
import { Batch, StatementBatch } from './StatementBatch';
import { StatementFailure, StatementRunner } from './StatementRunner';
import { checkStop, untilStopped } from './StoppedError';
import { TransactionTracker } from './TransactionTracker';
import { MOST_TRIES, retryDelay, waitToRetry } from './waitToRetry';

/** A statement on its way, and the text of the one behind it. */
interface Step {
  statement: SplitStatement;
  index: number;
  next: string;
  /** How it ended the last time that it reached the database, when it is tried again. */
  sent?: StatementFailure;
}

/**
 * Sends the statements of a script, one after the other or several with one request where the session can do that, and
 * writes down what became of each.
 *
 * @internal
 */
export class ScriptRunner {
  private readonly batch = StatementBatch.create();
  private readonly window = DispatchWindow.create();
  private readonly outcomes: OutcomeWriter;
  private underWay: Promise<void> = Promise.resolve();
  private total = 0;
  private started = false;
  private finished = false;

  /**
   * @param tracker - is told which statements belong to the transaction that is open
   */
  static create(
    context: RunContext,
    holder: SessionHolder,
    tracker: TransactionTracker,
    transaction: ScriptTransaction,
  ): ScriptRunner {
    return new ScriptRunner(context, holder, tracker, transaction);
  }

  private constructor(
    private readonly context: RunContext,
    private readonly holder: SessionHolder,
    private readonly tracker: TransactionTracker,
    private readonly transaction: ScriptTransaction,
  ) {
    this.outcomes = OutcomeWriter.create(context, holder.memory, tracker);
  }

  /** Whether all statements have run, so that nothing can stop the run any more. */
  get everythingRan(): boolean {
    return this.finished;
  }

  /**
   * @throws RunFailure when the script does not come to its end
   * @throws StoppedError when the run was told to stop
   */
  async run({ total }: Pick<ScriptReading, 'total'>): Promise<void> {
    const { task } = this.context;
    this.total = total;
    const isTransaction = task.transaction_mode === 'script';
    if (isTransaction) {
      await this.openWindow(task.first_statement, task.first_statement);
      await this.transaction.begin();
    }
    try {
      await this.sendAll();
    } catch (error) {
      // What failed first is what counts.
      await this.underWay;
      throw error;
    }
    if (isTransaction) {
      checkStop(this.context.control);
      await this.transaction.commit(total);
      this.finished = true;
    }
    this.finished ||= this.context.record.lastOutcome?.state !== 'aborted';
  }

  private async sendAll(): Promise<void> {
    const { task } = this.context;
    let index = 0;
    let held: Step | undefined;
    for await (const group of readTaskStatements(this.context)) {
      for (const statement of group) {
        index += 1;
        if (held) {
          await this.take({ ...held, next: statement.text });
        }
        held =
          index < task.first_statement
            ? undefined
            : { statement, index, next: '' };
      }
    }
    if (held) {
      await this.take(held);
    }
    await this.flush();
    await this.underWay;
  }

  private async take(step: Step): Promise<void> {
    const { statement, index, next } = step;
    if (this.mayShareRequest(statement)) {
      this.batch.add(index, statement, next);
      if (this.batch.isFull) {
        await this.flush();
      }
      return;
    }
    await this.flush();
    await this.underWay;
    await this.runOne(step);
  }

  private mayShareRequest({ text }: SplitStatement): boolean {
    const { task, connection } = this.context;
    const { dialect } = connection.databaseEngine;
    // A limit can pass just when its statement ends and hit the next one, which is then run again: where a transaction
    // does not survive that, statements with a limit go alone.
    const mustGoAlone =
      task.statement_timeout_seconds !== null &&
      dialect === 'postgres' &&
      this.tracker.open !== undefined;
    return !mustGoAlone && this.holder.session.canBatch?.(text) === true;
  }

  /** Sends what was collected as soon as the requests before it are answered; does not wait for its own answer. */
  private async flush(): Promise<void> {
    const batch = this.batch.take();
    if (!batch) {
      return;
    }
    await this.underWay;
    this.underWay = this.runBatch(batch);
    // Whoever waits for it next is told.
    this.underWay.catch(() => {});
    await this.context.record.makeRoom();
  }

  private async runBatch(batch: Batch): Promise<void> {
    const { first, statements, next } = batch;
    const step = (at: number): Step => ({
      statement: statements[at],
      index: first + at,
      next: statements[at + 1]?.text ?? next,
    });
    let from = 0;
    while (from < statements.length) {
      if (from === statements.length - 1) {
        await this.runOne(step(from));
        return;
      }
      const rest: Batch = {
        first: first + from,
        statements: from === 0 ? statements : statements.slice(from),
        next,
      };
      const failed = await this.runTogether(rest);
      if (!failed) {
        return;
      }
      const at = this.context.record.lastStatement + 1 - first;
      if (at === statements.length) {
        // All were answered before the session was lost; the next one meets that.
        return;
      }
      await this.settle(failed, step(at), 1, statements.slice(at + 1));
      from = at + 1;
    }
  }

  private async runTogether(
    batch: Batch,
  ): Promise<StatementFailure | undefined> {
    const { first, statements } = batch;
    await this.openWindow(first, first + statements.length - 1);
    statements.forEach((statement, position) =>
      this.holder.checkReads(first + position, statement),
    );
    const began = performance.now();
    const failed = await this.runner().runBatch(batch, (success, position) => {
      this.outcomes.addBatchSuccess(
        statements[position],
        first + position,
        success,
      );
    });
    this.outcomes.endBatch();
    if (!failed) {
      this.batch.note(statements.length, performance.now() - began);
    }
    return failed;
  }

  private async runOne(step: Step, tried: number = 1): Promise<void> {
    const { statement, index, next } = step;
    try {
      await this.openWindow(index, index);
      this.holder.checkReads(index, statement);
    } catch (error) {
      this.addLastTry(step);
      throw error;
    }
    const ended = await this.runner().run(statement.text, index, next);
    if ('done' in ended) {
      this.outcomes.addSuccess(statement, index, ended);
    } else {
      await this.settle(ended, step, tried, []);
    }
    this.checkSession(statement, index);
  }

  /** Writes down that the statements up to the last one may be sent now. */
  private async openWindow(first: number, last: number): Promise<void> {
    const { record, control, knex } = this.context;
    checkStop(control);
    const through = this.window.open(first, last);
    if (through === undefined) {
      return;
    }
    const saved = record.save({
      // One behind the last statement would stand for the commit.
      dispatched_through: Math.min(through, this.total),
      ...(!this.started && {
        status: 'running',
        started_at: databaseNow(knex),
      }),
    });
    // Storage that does not answer must not keep a run from ending its session.
    await untilStopped(saved, control);
    this.started = true;
    checkStop(control);
  }

  /**
   * Tries again what may be tried again; writes down what became of it otherwise.
   *
   * @param behind - statements that were sent together with it and have no outcome
   * @throws RunFailure when nothing more is to be run
   */
  private async settle(
    failed: StatementFailure,
    step: Step,
    tried: number,
    behind: SplitStatement[],
  ): Promise<void> {
    const { task } = this.context;
    const { statement, index } = step;
    if (this.mayTryAgain(failed, tried)) {
      await this.tryAgain(failed, step, tried);
      return;
    }
    if (failed.endedByMistake) {
      await this.runOne(step, tried);
      return;
    }
    if (failed.sessionLost && failed.transient) {
      this.addLastTry(step);
    }
    if (failed.sessionLost) {
      const failure = failed.transient
        ? this.outcomes.addLossBefore(statement, index, failed)
        : this.outcomes.addLoss([statement, ...behind], index, failed);
      throw failed.broken ?? failure;
    }
    this.outcomes.addFailure(statement, index, failed);
    if (
      failed.outcome.state === 'failed' &&
      (task.error_handling === 'abort' || task.transaction_mode === 'script')
    ) {
      throw new RunFailure(
        'statement-failed',
        `Statement ${index} (line ${statement.line}) failed: ${describeError(
          failed.outcome.error!,
        )}`,
        index,
      );
    }
  }

  private mayTryAgain(failed: StatementFailure, tried: number): boolean {
    return (
      failed.transient &&
      tried < MOST_TRIES &&
      // A transaction is for the script to begin again.
      this.tracker.open === undefined &&
      !this.context.control.reason
    );
  }

  private async tryAgain(
    failed: StatementFailure,
    step: Step,
    tried: number,
  ): Promise<void> {
    const { record, control } = this.context;
    const { statement, index } = step;
    const again = { ...step, sent: failed.sessionLost ? step.sent : failed };
    try {
      if (failed.sessionLost) {
        await this.holder.reopen(index, statement);
      } else {
        const ms = retryDelay(tried);
        record.addLog(
          'WARN',
          describeRetry(describeError(failed.outcome.error!), tried, ms),
          index,
        );
        await waitToRetry(ms, control);
      }
      checkStop(control);
    } catch (error) {
      this.addLastTry(again);
      throw error;
    }
    await this.runOne(again, tried + 1);
  }

  /** A statement that was sent before must not be taken for one that never was. */
  private addLastTry({ statement, index, sent }: Step): void {
    if (sent) {
      this.outcomes.addFailure(statement, index, sent);
    }
  }

  private checkSession(statement: SplitStatement, index: number): void {
    const { control, task } = this.context;
    if (control.reason) {
      return;
    }
    if (!this.holder.session.isOpen) {
      throw new RunFailure(
        'connection-failed',
        `The session ended with statement ${index} (line ${statement.line}), and its variables, temporary tables and open transaction with it, so nothing more was run`,
        index,
      );
    }
    if (task.transaction_mode === 'script' && !this.tracker.open) {
      throw new RunFailure(
        'implicit-commit',
        `Statement ${index} (line ${statement.line}) ended the transaction, which cannot be seen in its text. What ran up to it is committed; nothing more was run.`,
        index,
      );
    }
  }

  private runner(): StatementRunner {
    const { task, record, control, redact } = this.context;
    return StatementRunner.create({
      session: this.holder.session,
      record,
      control,
      redact,
      maxRows: task.result_limit,
      timeoutMs: task.statement_timeout_seconds
        ? task.statement_timeout_seconds * 1_000
        : undefined,
    });
  }
}
