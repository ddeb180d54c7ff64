import { LoggerService } from '@backstage/backend-plugin-api';
import {
  SplitStatement,
  TaskFailure,
  TaskFailureCode,
} from 'backstage-plugin-task-center-common';
import { DatabaseSession } from 'backstage-plugin-task-center-node';
import { RegisteredConnection } from '../connections';
import { databaseNow, TaskRow } from '../database';
import { readStatements, ScriptStore } from '../scripts';
import { Knex } from 'knex';
import { describeOutcome } from './describeOutcome';
import { describeError, plural } from './describeStatement';
import { describeStop } from './describeStop';
import { DispatchWindow } from './DispatchWindow';
import { RunRecord, StoredOutcome } from './record';
import { RunControl } from './RunControl';
import { RunFailure } from './RunFailure';
import { StatementRunner } from './StatementRunner';

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

/** Unwinds a run that was told to stop. */
class StoppedError extends Error {}

/**
 * @internal
 */
export interface TaskRunOptions {
  task: TaskRow;
  /** Absent when the connection is not configured any more. */
  connection: RegisteredConnection | undefined;
  record: RunRecord;
  control: RunControl;
  scripts: ScriptStore;
  knex: Knex;
  logger: LoggerService;
}

/**
 * One run of a task, from the moment a worker holds it to its end: read the script through, connect, send statement
 * after statement, write down what became of each.
 *
 * @internal
 */
export class TaskRun {
  private session: DatabaseSession | undefined;
  private everythingRan = false;

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
    const { record, control } = this.options;
    const saver = setInterval(() => {
      record.saveChanges().catch(error => {
        // Without a record nothing more may run.
        this.options.logger.error(
          'Could not store the record of a task',
          error.cause ?? error,
        );
        control.stop(
          error.name === 'LeaseLostError' ? 'lease-lost' : 'storage-failed',
        );
      });
    }, SAVE_INTERVAL_MS);
    let failure: TaskFailure | undefined;
    try {
      await this.execute();
    } catch (error) {
      failure = this.toFailure(error);
    } finally {
      clearInterval(saver);
      control.dispose();
      await this.closeSession();
    }
    return this.finish(failure);
  }

  private async execute(): Promise<void> {
    const connection = this.checkConnection();
    const total = await this.readThrough(connection);
    await this.connect(connection);
    await this.runStatements(connection, total);
  }

  /** What was checked when the task was created may have changed since. */
  private checkConnection(): RegisteredConnection {
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
    return connection;
  }

  private async readThrough(connection: RegisteredConnection): Promise<number> {
    const { record } = this.options;
    let total = 0;
    for await (const group of this.statements(connection)) {
      group.forEach(statement => record.addStatement(statement));
      total += group.length;
      await record.makeRoom();
      this.checkStop();
    }
    if (total === 0) {
      throw new RunFailure('script-invalid', 'The script has no statement');
    }
    record.addLog('INFO', `The script has ${plural(total, 'statement')}`);
    await record.save({ total_statements: total });
    return total;
  }

  private async connect(connection: RegisteredConnection): Promise<void> {
    const { record, control, logger } = this.options;
    this.checkStop();
    try {
      this.session = await connection.databaseEngine.openSession({
        config: connection.config,
        signal: control.signal,
        logger,
      });
    } catch (error: any) {
      this.checkStop();
      throw new RunFailure(
        'connection-failed',
        `Could not connect to ${connection.title}: ${this.redact(
          describeError(error),
        )}`,
      );
    }
    record.addLog(
      'INFO',
      `Connected to ${connection.title} (${this.session.description})`,
    );
    await record.save({ server_session: this.session.id });
  }

  private async runStatements(
    connection: RegisteredConnection,
    total: number,
  ): Promise<void> {
    const { task, record, control, knex } = this.options;
    const runner = StatementRunner.create({
      session: this.session!,
      record,
      control,
      maxRows: task.result_limit,
      timeoutMs: task.statement_timeout_seconds
        ? task.statement_timeout_seconds * 1_000
        : undefined,
      redact: text => this.redact(text),
    });
    const window = DispatchWindow.create();
    control.limit(task.execution_timeout_seconds * 1_000);
    let index = 0;
    for await (const group of this.statements(connection)) {
      for (const statement of group) {
        index += 1;
        this.everythingRan = false;
        this.checkStop();
        const through = window.open(index);
        if (through !== undefined) {
          await record.save({
            dispatched_through: through,
            ...(index === 1 && {
              status: 'running',
              started_at: databaseNow(knex),
            }),
          });
          this.checkStop();
        }
        const { state } = await this.runStatement(runner, statement, index);
        this.everythingRan = index === total && state !== 'aborted';
      }
    }
  }

  private async runStatement(
    runner: StatementRunner,
    statement: SplitStatement,
    index: number,
  ): Promise<StoredOutcome> {
    const { task, record } = this.options;
    const { outcome, sessionLost, broken } = await runner.run(
      statement.text,
      index,
    );
    record.addOutcome(outcome);
    record.addLog(...describeOutcome(statement, outcome), index);
    if (broken) {
      throw broken;
    }
    if (sessionLost) {
      throw new RunFailure(
        'connection-failed',
        `The connection was lost while statement ${index} (line ${
          statement.line
        }) ran; whether it took effect is unknown: ${describeError(
          outcome.error!,
        )}`,
        index,
      );
    }
    if (outcome.state === 'failed' && task.error_handling === 'abort') {
      throw new RunFailure(
        'statement-failed',
        `Statement ${index} (line ${statement.line}) failed: ${describeError(
          outcome.error!,
        )}`,
        index,
      );
    }
    if (!this.session!.isOpen && !this.options.control.reason) {
      throw new RunFailure(
        'connection-failed',
        `The session ended with statement ${index} (line ${statement.line}), and its variables, temporary tables and open transaction with it, so nothing more was run`,
        index,
      );
    }
    return outcome;
  }

  private statements(
    connection: RegisteredConnection,
  ): AsyncGenerator<SplitStatement[]> {
    const { task, scripts } = this.options;
    return readStatements(
      scripts.read(task.script_id, Number(task.script_bytes)),
      {
        dialect: connection.databaseEngine.dialect,
        delimiter: task.delimiter,
      },
    );
  }

  private checkStop(): void {
    if (this.options.control.reason) {
      throw new StoppedError();
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
        statement: record.outcomes,
      }),
    };
  }

  private async closeSession(): Promise<void> {
    try {
      await this.session?.close();
    } catch (error: any) {
      this.options.record.addLog(
        'WARN',
        `The session could not be closed properly: ${this.redact(
          describeError(error),
        )}`,
      );
    }
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
          statement: record.outcomes,
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

  private redact(text: string): string {
    const secret =
      this.options.connection?.config.getOptionalString('password');
    // A short one stands in other words too: striking it out there would only give it away.
    return secret && secret.length >= 8
      ? text.replaceAll(secret, '********')
      : text;
  }
}
