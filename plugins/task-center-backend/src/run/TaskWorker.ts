import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { ConnectionRegistry } from '../connections';
import { TaskRow } from '../database';
import { ResultSetStore } from '../results';
import { ScriptStore } from '../scripts';
import { SegmentStore } from '../streams';
import { claimTask, renewLeases } from './lease';
import { RunRecord } from './record';
import { RunControl, StopReason } from './RunControl';
import { TaskEnd, TaskRun } from './TaskRun';

const LEASE_MS = 30_000;
const RENEW_MS = 1_000;
const POLL_MS = 1_500;
const STOP_LIMIT_MS = 15_000;

/**
 * @internal
 */
export interface TaskWorkerOptions {
  knex: Knex;
  segments: SegmentStore;
  resultSets: ResultSetStore;
  scripts: ScriptStore;
  connections: ConnectionRegistry;
  logger: LoggerService;
  auditor: AuditorService;
  /** How many tasks run here at once, over all connections. */
  maxConcurrentTasks: number;
  /** How long running tasks may go on when the worker is told to stop. */
  shutdownGraceMs: number;
}

interface ActiveRun {
  attempt: number;
  control: RunControl;
  done: Promise<void>;
}

/**
 * Runs tasks: claims what may run, keeps its leases, and ends its runs when it is told to.
 *
 * @internal
 */
export class TaskWorker {
  readonly id = `worker-${randomUUID()}`;
  private readonly active = new Map<string, ActiveRun>();
  private wakeUp: (() => void) | undefined;
  private woken = false;
  private stopping = false;
  private loop: Promise<void> | undefined;
  private renewing: NodeJS.Timeout | undefined;
  private renewedAt = Date.now();

  static create(options: TaskWorkerOptions): TaskWorker {
    return new TaskWorker(options);
  }

  private constructor(private readonly options: TaskWorkerOptions) {}

  start(): void {
    this.loop = this.claimForever();
    this.renewing = setInterval(() => this.renew(), RENEW_MS);
  }

  /** Looks for a task to run now, not at the next poll. */
  wake(): void {
    this.woken = true;
    this.wakeUp?.();
  }

  /** Ends a run at once when it is one of this worker's. Other workers see the request when they renew their leases. */
  abort(taskId: string): void {
    this.active.get(taskId)?.control.stop('abort');
  }

  /**
   * Claims no more, lets running tasks go on for the grace time, then ends them. A database that does not confirm the end
   * of a statement is not waited for without end: recovery takes such a task over when its lease has run out.
   */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.loop;
    const runs = [...this.active.values()].map(run => run.done);
    const grace = setTimeout(
      () => this.stopAll('shutdown'),
      this.options.shutdownGraceMs,
    );
    const limit = AbortSignal.timeout(
      this.options.shutdownGraceMs + STOP_LIMIT_MS,
    );
    await Promise.race([Promise.all(runs), once(limit, 'abort')]);
    clearTimeout(grace);
    clearInterval(this.renewing);
  }

  private async claimForever(): Promise<void> {
    while (!this.stopping) {
      this.woken = false;
      try {
        while (await this.claimOne());
      } catch (error: any) {
        this.options.logger.warn('Could not look for tasks to run', error);
      }
      await this.sleep();
    }
  }

  private async claimOne(): Promise<boolean> {
    const { knex, connections, maxConcurrentTasks } = this.options;
    if (this.stopping || this.active.size >= maxConcurrentTasks) {
      return false;
    }
    const task = await claimTask(knex, {
      workerId: this.id,
      leaseMs: LEASE_MS,
      places: new Map(
        connections.list().map(c => [c.id, c.maxConcurrentTasks]),
      ),
    });
    if (task) {
      this.run(task);
    }
    return task !== undefined;
  }

  private run(task: TaskRow): void {
    const { knex, segments, resultSets, scripts, connections } = this.options;
    const logger = this.options.logger.child({ taskId: task.id });
    const control = RunControl.create();
    const run = TaskRun.create({
      task,
      connection: connections.find(task.connection),
      record: RunRecord.create({
        knex,
        segments,
        resultSetStore: resultSets,
        task,
      }),
      control,
      scripts,
      knex,
      logger,
    });
    const done = this.audited(task, () => run.run())
      .catch(error => logger.error('The end of a task was not stored', error))
      .finally(() => {
        this.active.delete(task.id);
        this.wake();
      });
    this.active.set(task.id, { attempt: task.attempt, control, done });
  }

  /** Writes down that a task ran, for whom and where. */
  private async audited(
    task: TaskRow,
    action: () => Promise<TaskEnd | undefined>,
  ): Promise<void> {
    const event = await this.options.auditor.createEvent({
      eventId: 'task-run',
      severityLevel: 'high',
      meta: {
        taskId: task.id,
        connection: task.connection,
        createdBy: task.created_by,
        scriptSha256: task.script_sha256,
      },
    });
    try {
      const end = await action();
      await event.success({
        meta: { status: end?.status, failureCode: end?.failureCode },
      });
    } catch (error: any) {
      await event.fail({ error });
      throw error;
    }
  }

  private async renew(): Promise<void> {
    const before = [...this.active];
    if (before.length === 0) {
      this.renewedAt = Date.now();
      return;
    }
    try {
      const startedAt = Date.now();
      const held = await renewLeases(this.options.knex, {
        workerId: this.id,
        leaseMs: LEASE_MS,
        taskIds: before.map(([id]) => id),
      });
      this.renewedAt = startedAt;
      const byId = new Map(held.map(task => [task.id, task]));
      for (const [id, { attempt, control }] of before) {
        const task = byId.get(id);
        if (task?.attempt !== attempt) {
          control.stop('lease-lost');
        } else if (task.abortRequested) {
          control.stop('abort');
        }
      }
    } catch (error: any) {
      this.options.logger.warn('Could not renew the leases of tasks', error);
      if (Date.now() - this.renewedAt > LEASE_MS - 2 * RENEW_MS) {
        this.stopAll('lease-lost');
      }
    }
  }

  private stopAll(reason: StopReason): void {
    this.active.forEach(({ control }) => control.stop(reason));
  }

  private async sleep(): Promise<void> {
    if (this.woken) {
      return;
    }
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, POLL_MS * (0.75 + Math.random() / 2));
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = undefined;
  }
}
