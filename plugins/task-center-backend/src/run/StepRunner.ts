import {
  describeStatementError,
  SplitStatement,
} from 'backstage-plugin-task-center-common';
import { IntentWriter } from './IntentWriter';
import { OutcomeWriter } from './OutcomeWriter';
import { RunContext } from './RunContext';
import { RunFailure } from './RunFailure';
import { describeRetry, SessionHolder } from './SessionHolder';
import { Batch, StatementBatch } from './StatementBatch';
import { StatementFailure, StatementRunner } from './StatementRunner';
import { checkStop } from './StoppedError';
import { TransactionTracker } from './TransactionTracker';
import { MOST_TRIES, retryDelay, waitToRetry } from './waitToRetry';

/**
 * A statement on its way, and the text of the one behind it.
 *
 * @internal
 */
export interface Step {
  statement: SplitStatement;
  index: number;
  next: string;
  /** How it ended the last time that it reached the database, when it is tried again. */
  sent?: StatementFailure;
}

/**
 * @internal
 */
export interface StepRunnerOptions {
  context: RunContext;
  holder: SessionHolder;
  /** Is told which statements belong to the transaction that is open. */
  tracker: TransactionTracker;
  intents: IntentWriter;
  /** Is told how long requests take. */
  batch: StatementBatch;
}

/**
 * Takes statements through: has their intent written down, sends them, tries again what may be tried again, and has
 * what became of them written down.
 *
 * @internal
 */
export class StepRunner {
  private readonly outcomes: OutcomeWriter;

  static create(options: StepRunnerOptions): StepRunner {
    return new StepRunner(options);
  }

  private constructor(private readonly options: StepRunnerOptions) {
    const { context, holder, tracker } = options;
    this.outcomes = OutcomeWriter.create(context, holder.memory, tracker);
  }

  /**
   * Runs one statement.
   *
   * @param tried - how many tries this one is, from 1
   * @throws as {@link StepRunner.runBatch}
   */
  async runOne(step: Step, tried: number = 1): Promise<void> {
    const { statement, index, next } = step;
    try {
      await this.options.intents.allow(index, index);
      this.options.holder.checkReads(index, statement);
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

  /**
   * Runs statements that share a request, and those that cannot after all one by one.
   *
   * @throws RunFailure when nothing more is to be run
   * @throws StoppedError when the run was told to stop
   */
  async runBatch(batch: Batch): Promise<void> {
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
      const { succeeded, failed } = await this.runTogether(rest);
      if (!failed) {
        return;
      }
      const at = from + succeeded;
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
  ): Promise<{ succeeded: number; failed?: StatementFailure }> {
    const { first, statements } = batch;
    let succeeded = 0;
    await this.options.intents.allow(first, first + statements.length - 1);
    statements.forEach((statement, position) =>
      this.options.holder.checkReads(first + position, statement),
    );
    const began = performance.now();
    const failed = await this.runner().runBatch(batch, (success, position) => {
      this.outcomes.addBatchSuccess(
        statements[position],
        first + position,
        success,
      );
      succeeded += 1;
    });
    this.outcomes.endBatch();
    if (!failed) {
      this.options.batch.note(statements.length, performance.now() - began);
    }
    return { succeeded, failed };
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
    const { task } = this.options.context;
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
        `Statement ${index} (line ${
          statement.line
        }) failed: ${describeStatementError(failed.outcome.error!)}`,
        index,
      );
    }
  }

  private mayTryAgain(failed: StatementFailure, tried: number): boolean {
    return (
      failed.transient &&
      tried < MOST_TRIES &&
      // A transaction is for the script to begin again.
      this.options.tracker.open === undefined &&
      !this.options.context.control.reason
    );
  }

  private async tryAgain(
    failed: StatementFailure,
    step: Step,
    tried: number,
  ): Promise<void> {
    const { record, control } = this.options.context;
    const { statement, index } = step;
    const again = { ...step, sent: failed.sessionLost ? step.sent : failed };
    try {
      if (failed.sessionLost) {
        await this.options.holder.reopen(index, statement);
      } else {
        const ms = retryDelay(tried);
        record.addLog(
          'WARN',
          describeRetry(
            describeStatementError(failed.outcome.error!),
            tried,
            ms,
          ),
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
    const { control, task } = this.options.context;
    if (control.reason) {
      return;
    }
    if (!this.options.holder.session.isOpen) {
      throw new RunFailure(
        'connection-failed',
        `The session ended with statement ${index} (line ${statement.line}), and its variables, temporary tables and open transaction with it, so nothing more was run`,
        index,
      );
    }
    if (task.transaction_mode === 'script' && !this.options.tracker.open) {
      throw new RunFailure(
        'implicit-commit',
        `Statement ${index} (line ${statement.line}) ended the transaction, which cannot be seen in its text. Whether what ran before it was committed is unknown; nothing more was run.`,
        index,
      );
    }
  }

  private runner(): StatementRunner {
    const { task, record, control, allowance, redact } = this.options.context;
    return StatementRunner.create({
      session: this.options.holder.session,
      record,
      control,
      redact,
      allowance,
      maxRows: task.result_limit,
      timeoutMs: task.statement_timeout_seconds
        ? task.statement_timeout_seconds * 1_000
        : undefined,
    });
  }
}
