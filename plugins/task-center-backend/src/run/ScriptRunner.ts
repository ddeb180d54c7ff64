import { SplitStatement } from 'backstage-plugin-task-center-common';
import { IntentWriter } from './IntentWriter';
import { readTaskStatements } from './readScriptThrough';
import { RunContext } from './RunContext';
import { ScriptTransaction } from './ScriptTransaction';
import { SessionHolder } from './SessionHolder';
import { StatementBatch } from './StatementBatch';
import { Step, StepRunner } from './StepRunner';
import { checkStop, untilStopped } from './StoppedError';
import { TransactionTracker } from './TransactionTracker';

/**
 * @internal
 */
export interface ScriptRunnerOptions {
  context: RunContext;
  holder: SessionHolder;
  /** Is told which statements belong to the transaction that is open. */
  tracker: TransactionTracker;
  /** What runs them all or nothing, where that is asked for. */
  transaction: ScriptTransaction;
  /** How many statements the script has. */
  total: number;
}

/**
 * Sends the statements of a script, one after the other or several with one request where the session can do that.
 *
 * @internal
 */
export class ScriptRunner {
  private readonly batch = StatementBatch.create();
  private readonly intents: IntentWriter;
  private readonly steps: StepRunner;
  private underWay: Promise<void> = Promise.resolve();
  private finished = false;

  static create(options: ScriptRunnerOptions): ScriptRunner {
    return new ScriptRunner(options);
  }

  private constructor(private readonly options: ScriptRunnerOptions) {
    const { context, holder, tracker, total } = options;
    const { batch } = this;
    this.intents = IntentWriter.create(context, total);
    const { intents } = this;
    this.steps = StepRunner.create({
      ...{ context, holder, tracker, intents, batch },
    });
  }

  /** Whether all statements have run, so that nothing can stop the run any more. */
  get everythingRan(): boolean {
    return this.finished;
  }

  /**
   * @throws RunFailure when the script does not come to its end
   * @throws StoppedError when the run was told to stop
   */
  async run(): Promise<void> {
    const { context, transaction, total } = this.options;
    const { task, control, record } = context;
    const isTransaction = task.transaction_mode === 'script';
    if (isTransaction) {
      await this.intents.allow(task.first_statement, task.first_statement);
      await transaction.begin();
    }
    try {
      await this.sendAll();
    } catch (error) {
      // What failed first is what counts.
      await this.underWay;
      throw error;
    }
    if (isTransaction) {
      checkStop(control);
      await transaction.commit(total);
      this.finished = true;
    }
    this.finished ||= record.lastOutcome?.state !== 'aborted';
  }

  private async sendAll(): Promise<void> {
    const { context } = this.options;
    const { first_statement: from } = context.task;
    let index = 0;
    let held: Step | undefined;
    for await (const group of readTaskStatements(context)) {
      for (const statement of group) {
        index += 1;
        if (held) {
          await this.take({ ...held, next: statement.text });
        }
        held = index < from ? undefined : { statement, index, next: '' };
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
    await this.steps.runOne(step);
  }

  private mayShareRequest({ text }: SplitStatement): boolean {
    const { context, holder, tracker } = this.options;
    const { task, connection } = context;
    const { dialect } = connection.databaseEngine;
    // A limit can pass just when its statement ends and hit the next one, which is then run again: where a transaction
    // does not survive that, statements with a limit go alone.
    const mustGoAlone =
      task.statement_timeout_seconds !== null &&
      dialect === 'postgres' &&
      tracker.open !== undefined;
    return !mustGoAlone && holder.session.canBatch?.(text) === true;
  }

  /** Sends what was collected as soon as the requests before it are answered; does not wait for its own answer. */
  private async flush(): Promise<void> {
    const batch = this.batch.take();
    if (!batch) {
      return;
    }
    await this.underWay;
    this.underWay = this.steps.runBatch(batch);
    // Whoever waits for it next is told.
    this.underWay.catch(() => {});
    const { record, control } = this.options.context;
    await untilStopped(record.makeRoom(), control);
  }
}
