import { describeStatementError } from 'backstage-plugin-task-center-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ConnectionRegistry } from '../connections';
import { databaseNow, TaskRow } from '../database';
import { SegmentStore } from '../streams';
import { appendItem } from './appendItem';
import { appendLog } from './appendLog';
import { assessLoss } from './assessLoss';
import { createRedactor } from './createRedactor';
import { IS_HELD, renewLeases } from './lease';
import { TaskSignals } from './notify';
import { StoredUndone, undoneStream } from './record';

/** A worker's lease, the wait for the next look and this together stay below a minute. */
const END_SESSION_MS = 12_000;
/** Short, so that a recovery that is lost itself is soon begun again. Two at a time do no harm: only one is stored. */
const LEASE_MS = 5_000;
const RENEW_MS = 1_000;
const UNKNOWN_CONNECTION_MS = 5 * 60_000;

/**
 * @internal
 */
export interface TaskRecoveryOptions {
  knex: Knex;
  segments: SegmentStore;
  connections: ConnectionRegistry;
  logger: LoggerService;
  signals?: TaskSignals;
  /** How much longer than its lease a task is left to other backends, which may reach its database when this one cannot. */
  patienceMs?: number;
}

/**
 * Ends the tasks whose worker is gone: first their session on the database server, then the task itself, with what is
 * known and what is unknown about its statements.
 *
 * @internal
 */
export class TaskRecovery {
  static create(options: TaskRecoveryOptions): TaskRecovery {
    return new TaskRecovery(options);
  }

  private constructor(private readonly options: TaskRecoveryOptions) {}

  /**
   * Ends those tasks that no worker will ever take, and begins to end every task whose lease has run out. A server that
   * is slow to end one's session must not keep others from being found.
   *
   * @returns the recoveries that were begun, each resolved when it is through
   */
  async look(): Promise<Promise<void>[]> {
    const { logger } = this.options;
    const warn = (error: Error) => {
      logger.warn('Could not look for tasks that nobody runs', error);
    };
    // One that fails does not keep the other from being done.
    const [lost = []] = await Promise.all([
      this.findLost().catch(warn),
      this.failUnclaimable().catch(warn),
    ]);
    return lost.map(task =>
      this.recoverTask(task).catch(error =>
        logger.error(`Could not recover task ${task.id}`, error),
      ),
    );
  }

  /** Where this backend does not know the connection, one that does comes first: it can end the session. */
  private async findLost(): Promise<TaskRow[]> {
    const { knex, connections, patienceMs = 0 } = this.options;
    const expired = 'lease_expires_at < ? - ?';
    const now = databaseNow(knex);
    return knex<TaskRow>('tasks')
      .whereRaw(IS_HELD)
      .where(lost =>
        lost
          .where(known =>
            known
              .whereIn(
                'connection',
                connections.list().map(({ id }) => id),
              )
              .whereRaw(expired, [now, patienceMs]),
          )
          .orWhereRaw(expired, [now, UNKNOWN_CONNECTION_MS]),
      );
  }

  private async failUnclaimable(): Promise<void> {
    const { knex, segments, connections, signals } = this.options;
    const tasks: TaskRow[] = await knex<TaskRow>('tasks')
      .where({ status: 'preparing' })
      .whereNull('worker_id')
      .whereNotIn(
        'connection',
        connections.list().map(connection => connection.id),
      )
      .whereRaw('created_at < ? - ?', [
        databaseNow(knex),
        UNKNOWN_CONNECTION_MS,
      ]);
    for (const { id, connection } of tasks) {
      const message = `The connection '${connection}' is not configured any more; no statement was sent`;
      await knex.transaction(async transaction => {
        const failed = await transaction<TaskRow>('tasks')
          .where({ id, status: 'preparing' })
          .whereNull('worker_id')
          .update({
            status: 'failed',
            finished_at: databaseNow(knex) as any,
            failure_code: 'connection-failed',
            failure_message: message,
          });
        if (failed) {
          await appendLog(segments, id, 'ERROR', message, transaction);
        }
      });
      signals?.changed();
    }
  }

  private async recoverTask(lost: TaskRow): Promise<void> {
    const { logger } = this.options;
    const task = await this.takeOver(lost);
    if (!task) {
      return;
    }
    const renewal = setInterval(() => this.renew(task), RENEW_MS);
    try {
      await this.end(task, await this.endSession(task));
      this.options.signals?.changed();
    } finally {
      clearInterval(renewal);
    }
    logger.warn(`Ended task ${task.id} of the lost ${task.worker_id}`);
  }

  private async end(task: TaskRow, session: string): Promise<void> {
    const { knex, segments, connections } = this.options;
    const connection = connections.find(task.connection);
    const { message: assessment, undone } = await assessLoss(
      segments,
      task,
      connection?.databaseEngine.dialect,
    );
    const message = `${assessment} ${session}`.trim();
    await knex.transaction(async transaction => {
      const held = await transaction<TaskRow>('tasks')
        .where({ id: task.id, attempt: task.attempt })
        .update({
          status: 'failed',
          finished_at: databaseNow(knex) as any,
          failure_code: 'worker-lost',
          failure_message: message,
          ...(undone && countUndone(task, undone)),
        });
      if (!held) {
        // This took so long that another backend does the same.
        return;
      }
      await appendLog(segments, task.id, 'ERROR', message, transaction);
      if (undone) {
        await appendItem(
          segments,
          undoneStream(task.id),
          { value: undone },
          transaction,
        );
      }
    });
  }

  /** Fences off the old worker, should it come back. */
  private async takeOver(lost: TaskRow): Promise<TaskRow | undefined> {
    const { knex } = this.options;
    const [task] = await knex<TaskRow>('tasks')
      .where({ id: lost.id, attempt: lost.attempt })
      .where('lease_expires_at', '<', databaseNow(knex) as any)
      .update({
        attempt: lost.attempt + 1,
        lease_expires_at: knex.raw('? + ?', [
          databaseNow(knex),
          LEASE_MS,
        ]) as any,
      })
      .returning('*');
    return task;
  }

  private async renew({ id, attempt, worker_id }: TaskRow): Promise<void> {
    await renewLeases(this.options.knex, {
      workerId: worker_id!,
      leaseMs: LEASE_MS,
      timeoutMs: LEASE_MS,
      tasks: [{ id, attempt }],
    }).catch(() => {
      // Somebody else begins again then.
    });
  }

  private async endSession(task: TaskRow): Promise<string> {
    const connection = this.options.connections.find(task.connection);
    if (!task.server_session || !connection) {
      return '';
    }
    try {
      await connection.databaseEngine.endOrphanedSession(task.server_session, {
        config: connection.config,
        signal: AbortSignal.timeout(END_SESSION_MS),
        logger: this.options.logger,
      });
      return 'Its session on the database server is gone.';
    } catch (error: any) {
      const reason = createRedactor(connection)(describeStatementError(error));
      return `Its session on the database server may still be there: ${reason}.`;
    }
  }
}

function countUndone(task: TaskRow, undone: StoredUndone): Partial<TaskRow> {
  const { state, succeeded, affected } = undone;
  return {
    succeeded_statements: task.succeeded_statements - succeeded,
    affected_rows: Number(task.affected_rows) - affected,
    rolled_back_statements:
      task.rolled_back_statements + (state === 'rolled-back' ? succeeded : 0),
    undone_ranges: task.undone_ranges + 1,
  };
}
