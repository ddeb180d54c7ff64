import {
  TaskFailure,
  TaskFailureCode,
} from 'backstage-plugin-task-center-common';
import { RegisteredConnection } from '../connections';
import { ResultAllowance, ResultQuota } from '../results';
import { createRedactor } from './createRedactor';
import { firstWords, plural } from './describeStatement';
import { describeStop } from './describeStop';
import { readScriptThrough } from './readScriptThrough';
import { RunContext } from './RunContext';
import { RunFailure } from './RunFailure';
import { ScriptRunner } from './ScriptRunner';
import { ScriptTransaction } from './ScriptTransaction';
import { SessionHolder } from './SessionHolder';
import { SessionMemory } from './SessionMemory';
import { StoppedError } from './StoppedError';
import { TransactionTracker } from './TransactionTracker';

const SAVE_INTERVAL_MS = 500;

/**
 * How a task ended.
 *
 * @internal
 */
export interface TaskEnd {
  status: 'completed' | 'failed' | 'aborted';
  failureCode?: TaskFailureCode;
}

/**
 * @internal
 */
export interface TaskRunOptions
  extends Omit<RunContext, 'connection' | 'allowance' | 'redact'> {
  quota: ResultQuota;
  /** Absent when the connection is not configured any more. */
  connection: RegisteredConnection | undefined;
}

/**
 * One run of a task, from the moment a worker holds it to its end: read the script through, connect, send statement
 * after statement, write down what became of each.
 *
 * @internal
 */
export class TaskRun {
  private holder: SessionHolder | undefined;
  private transaction: ScriptTransaction | undefined;
  private runner: ScriptRunner | undefined;

  static create(options: TaskRunOptions): TaskRun {
    return new TaskRun(options);
  }

  private constructor(private readonly options: TaskRunOptions) {}

  /**
   * @returns how the task ended; `undefined` when that is not for this worker to say
   * @throws LeaseLostError when another worker took the task over
   * @throws StorageError when the end could not be stored
   */
  async run(): Promise<TaskEnd | undefined> {
    const { control } = this.options;
    const saver = setInterval(() => this.saveChanges(), SAVE_INTERVAL_MS);
    let failure: TaskFailure | undefined;
    try {
      failure = await this.executeToEnd();
      control.dispose();
      await this.endSession();
    } finally {
      clearInterval(saver);
    }
    return this.finish(failure);
  }

  private async executeToEnd(): Promise<TaskFailure | undefined> {
    try {
      await this.execute();
      return undefined;
    } catch (error) {
      return this.toFailure(error);
    }
  }

  private saveChanges(): void {
    const { record, control, logger } = this.options;
    record.saveChanges().catch(error => {
      if (control.reason) {
        return;
      }
      // Without a record nothing more may run.
      logger.error(
        'Could not store the record of a task',
        error.cause ?? error,
      );
      control.stop(
        error.name === 'LeaseLostError' ? 'lease-lost' : 'storage-failed',
      );
    });
  }

  private async execute(): Promise<void> {
    const context = this.createContext();
    const { total, memory } = await readScriptThrough(context);
    this.warnOfLostState(memory);
    const holder = SessionHolder.create(context, memory);
    this.holder = holder;
    await holder.open();
    const { dialect } = context.connection.databaseEngine;
    const tracker = TransactionTracker.create(dialect);
    const transaction = ScriptTransaction.create(context, holder, tracker);
    this.transaction = transaction;
    this.runner = ScriptRunner.create({
      ...{ context, holder, tracker, transaction, total },
    });
    context.control.limit(context.task.execution_timeout_seconds * 1_000);
    await this.runner.run();
  }

  /** What was checked when the task was created may have changed since. */
  private createContext(): RunContext {
    const { task, connection } = this.options;
    if (!connection) {
      throw new RunFailure(
        'connection-failed',
        `The connection '${task.connection}' is not configured any more`,
      );
    }
    if (connection.entityRef !== task.entity_ref) {
      throw new RunFailure(
        'connection-failed',
        `The connection '${task.connection}' now stands for ${connection.entityRef}, not for ${task.entity_ref}. Create the task again if that is the database you mean.`,
      );
    }
    return {
      ...this.options,
      connection,
      allowance: ResultAllowance.create({
        limits: connection.limits.resultBytes,
        quota: this.options.quota,
        user: task.created_by,
      }),
      redact: createRedactor(connection),
    };
  }

  private warnOfLostState(memory: SessionMemory): void {
    const { record } = this.options;
    for (const { index, line, text } of memory.lostMentions) {
      record.addLog(
        'WARN',
        `What statement ${index} (line ${line}) left in its session is not there: ${firstWords(
          text,
        )}`,
      );
    }
    const more = memory.lostStatements - memory.lostMentions.length;
    if (more > 0) {
      record.addLog('WARN', `Nor what ${plural(more, 'more statement')} left`);
    }
  }

  private toFailure(error: any): TaskFailure | undefined {
    if (error instanceof RunFailure) {
      return error.toTaskFailure();
    }
    if (error instanceof StoppedError || error.name === 'LeaseLostError') {
      return undefined;
    }
    if (error.name === 'ScriptError') {
      return { code: 'script-invalid', message: error.message };
    }
    const { logger, record, task, control } = this.options;
    logger.error('A task run broke', error.cause ?? error);
    if (control.reason === 'storage-failed') {
      // The same storage, met at another place.
      return undefined;
    }
    return {
      code: error.name === 'StorageError' ? 'storage-failed' : 'internal-error',
      message: `Task Center itself failed, and the rest was not run. The log of the backend says why, under task ${task.id}.`,
      ...(record.lastOutcome?.state === 'unknown' && {
        statement: record.lastStatement,
      }),
    };
  }

  /** A transaction that was not committed is told of before the session goes, which would undo it without a word. */
  private async endSession(): Promise<void> {
    await this.transaction?.rollBack(this.everythingRan);
    await this.holder?.close();
  }

  private get everythingRan(): boolean {
    return this.runner?.everythingRan ?? false;
  }

  private async finish(
    failure: TaskFailure | undefined,
  ): Promise<TaskEnd | undefined> {
    const { record, control, task } = this.options;
    const reason =
      this.everythingRan && control.reason !== 'lease-lost'
        ? undefined
        : control.reason;
    if (failure) {
      // What the database said stands in the line of the statement already.
      record.addLog(
        'ERROR',
        failure.code === 'statement-failed'
          ? `Failed at statement ${failure.statement}`
          : failure.message,
        failure.statement,
      );
      return this.store('failed', failure);
    }
    if (reason === 'abort') {
      record.addLog('WARN', 'The task was aborted');
      return this.store('aborted');
    }
    if (reason && reason !== 'lease-lost') {
      const stopped = {
        ...describeStop(reason, task),
        ...(record.lastOutcome?.state === 'aborted' && {
          statement: record.lastStatement,
        }),
      };
      record.addLog('ERROR', stopped.message, stopped.statement);
      return this.store('failed', stopped);
    }
    if (this.everythingRan && reason === undefined) {
      const failed = record.failedStatements;
      record.addLog(
        failed ? 'WARN' : 'INFO',
        failed
          ? `Completed, but ${plural(failed, 'statement')} failed`
          : 'Completed',
      );
      return this.store('completed');
    }
    return undefined;
  }

  private async store(
    status: TaskEnd['status'],
    failure?: TaskFailure,
  ): Promise<TaskEnd> {
    await this.options.record.finish(status, failure);
    return { status, failureCode: failure?.code };
  }
}
