import {
  AuditorService,
  AuditorServiceEvent,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { ConnectionRegistry } from '../connections';
import { TaskRow } from '../database';
import { ResultQuota, ResultSetStore } from '../results';
import { ScriptStore } from '../scripts';
import { SegmentStore } from '../streams';
import { claimTask, LEASE_MS, LeasedRun, LeaseKeeper } from './lease';
import { TaskSignals, WorkerChannel, WorkerMessage } from './notify';
import { RunRecord } from './record';
import { RunControl, StopReason } from './RunControl';
import { TaskEnd, TaskRun } from './TaskRun';

const STOP_LIMIT_MS = 15_000;

/**
 * @internal
 */
export interface TaskWorkerOptions {
  knex: Knex;
  segments: SegmentStore;
  resultSets: ResultSetStore;
  quota: ResultQuota;
  scripts: ScriptStore;
  connections: ConnectionRegistry;
  logger: LoggerService;
  auditor: AuditorService;
  signals: TaskSignals;
  /** The way to the workers of other backends. */
  channel: WorkerChannel;
  /** How many tasks run here at once, over all connections. */
  maxConcurrentTasks: number;
  /** How long to wait before looking for tasks again when nobody said that there are any. */
  pollMs: number;
  /** How long running tasks may go on when the worker is told to stop. */
  shutdownGraceMs: number;
}

interface ActiveRun extends LeasedRun {
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
  private graceIsOver = false;
  private loop: Promise<void> | undefined;
  private leases: LeaseKeeper | undefined;
  private lookFailed = false;

  static create(options: TaskWorkerOptions): TaskWorker {
    return new TaskWorker(options);
  }

  private constructor(private readonly options: TaskWorkerOptions) {}

  start(): void {
    const { knex, logger, channel } = this.options;
    this.loop = this.claimForever();
    this.leases = LeaseKeeper.start({
      knex,
      logger,
      workerId: this.id,
      runs: this.active,
    });
    channel.listen(message => this.receive(message));
  }

  /** Says that there is a task to run or a free place, here and to the others: somebody looks now, not at the next poll. */
  wake(): void {
    this.lookNow();
    this.options.channel.send({ kind: 'wake' });
  }

  /** Ends a run at once, here or where it runs. A worker that does not hear it sees the request when it renews its leases. */
  abort(taskId: string): void {
    if (!this.stopRun(taskId)) {
      this.options.channel.send({ kind: 'abort', taskId });
    }
  }

  /**
   * Claims no more, lets running tasks go on for the grace time, then ends them. A database that does not confirm the end
   * of a statement is not waited for without end: recovery takes such a task over when its lease has run out.
   */
  async stop(): Promise<void> {
    const { shutdownGraceMs, channel } = this.options;
    this.stopping = true;
    this.lookNow();
    const grace = setTimeout(() => {
      this.graceIsOver = true;
      this.stopAll('shutdown');
    }, shutdownGraceMs);
    const limit = AbortSignal.timeout(shutdownGraceMs + STOP_LIMIT_MS);
    await Promise.race([this.ended(), once(limit, 'abort')]);
    clearTimeout(grace);
    this.leases?.stop();
    await channel.close();
  }

  /** When nothing is claimed any more and what was has come to its end. */
  private async ended(): Promise<void> {
    await this.loop;
    await Promise.all([...this.active.values()].map(run => run.done));
  }

  private receive(message: WorkerMessage): void {
    if (message.kind === 'abort') {
      this.stopRun(message.taskId);
    } else {
      this.lookNow();
    }
  }

  private stopRun(taskId: string): boolean {
    const run = this.active.get(taskId);
    run?.control.stop('abort');
    return run !== undefined;
  }

  private lookNow(): void {
    this.woken = true;
    this.wakeUp?.();
  }

  private async claimForever(): Promise<void> {
    while (!this.stopping) {
      this.woken = false;
      try {
        while (await this.claimOne());
        this.looked();
      } catch (error: any) {
        this.looked(error);
      }
      await this.sleep();
    }
  }

  private looked(error?: Error): void {
    const { logger } = this.options;
    if (error && !this.lookFailed) {
      logger.warn('Could not look for tasks to run; trying again', error);
    } else if (!error && this.lookFailed) {
      logger.info('Looking for tasks to run again');
    }
    this.lookFailed = error !== undefined;
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
    const { knex, segments, resultSets, scripts, connections, signals } =
      this.options;
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
        onStatus: () => signals.changed(),
      }),
      control,
      quota: this.options.quota,
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
    if (this.graceIsOver) {
      control.stop('shutdown');
    }
  }

  /** Writes down that a task ran, for whom and where. */
  private async audited(
    task: TaskRow,
    action: () => Promise<TaskEnd | undefined>,
  ): Promise<void> {
    const event = await this.startEvent(task);
    try {
      const end = await action();
      await event?.success({
        meta: { status: end?.status, failureCode: end?.failureCode },
      });
    } catch (error: any) {
      await event?.fail({ error });
      throw error;
    }
  }

  /** A claimed task runs, also when that cannot be audited; the backend's log says so then. */
  private async startEvent(
    task: TaskRow,
  ): Promise<AuditorServiceEvent | undefined> {
    try {
      return await this.options.auditor.createEvent({
        eventId: 'task-run',
        severityLevel: 'high',
        meta: {
          taskId: task.id,
          connection: task.connection,
          createdBy: task.created_by,
          scriptSha256: task.script_sha256,
        },
      });
    } catch (error: any) {
      this.options.logger.error(`Could not audit task ${task.id}`, error);
      return undefined;
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
      const timer = setTimeout(
        resolve,
        this.options.pollMs * (0.75 + Math.random() / 2),
      );
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = undefined;
  }
}
