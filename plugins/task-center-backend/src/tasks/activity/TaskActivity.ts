import { NotAllowedError } from '@backstage/errors';
import {
  Activity,
  ActivityBucket,
  TASK_STATUSES,
  TaskStatus,
} from 'backstage-plugin-task-center-common';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { DatabaseOwners } from '../../connections';
import { isPostgres } from '../../database';
import { Caller } from '../Caller';
import { filterTasks, TaskFilters } from '../filterTasks';
import { TaskCenterAccess } from '../permissions';
import { resolveVisibleTasks } from '../resolveVisibleTasks';
import { ActivityQuery } from './ActivityQuery';
import { ConnectionCounter } from './ConnectionCounter';
import { countByDuration, TaskCount } from './countByDuration';
import { splitTime } from './splitTime';

const SLICE_MS = 6 * 3_600_000;

/**
 * Counts what happened over time.
 *
 * @internal
 */
export class TaskActivity {
  /**
   * @param options - `knex` should read without waiting for those who write
   */
  static create(options: {
    knex: Knex;
    access: TaskCenterAccess;
    owners: DatabaseOwners;
  }): TaskActivity {
    return new TaskActivity(options.knex, options.access, options.owners);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly access: TaskCenterAccess,
    private readonly owners: DatabaseOwners,
  ) {}

  /**
   * The activity of the tasks that the caller may see.
   *
   * @throws InputError when the time makes no sense
   * @throws NotAllowedError when the caller may not see any
   */
  async read(caller: Caller, query: ActivityQuery): Promise<Activity> {
    const edges = splitTime(query);
    const { visible } = await this.access.toTasks(caller);
    if (visible === 'none') {
      throw new NotAllowedError('You may not see tasks.');
    }
    const filters: TaskFilters = {
      connection: query.connection,
      createdBy: query.createdBy,
      criteria: resolveVisibleTasks(visible, await this.owners.get()),
    };
    const connections = new Map<string, ConnectionCounter>();
    const buckets: ActivityBucket[] = [];
    for (let i = 0; i + 1 < edges.length; i++) {
      const [from, to] = [edges[i], edges[i + 1]];
      const counts = await this.count(filters, from, to);
      buckets.push(toBucket(from, to, counts));
      addToConnections(connections, counts);
    }
    return {
      buckets,
      connections: [...connections.values()]
        .map(counter => counter.result())
        .sort((a, b) => b.tasks - a.tasks),
      now: await this.countActive(filters),
    };
  }

  /** SQLite counts on this very thread, so a long time with its many tasks is counted bit by bit. */
  private async count(
    filters: TaskFilters,
    from: number,
    to: number,
  ): Promise<TaskCount[]> {
    const counts: TaskCount[] = [];
    const sliceMs = isPostgres(this.knex) ? to - from : SLICE_MS;
    for (let createdAfter = from; createdAfter < to; createdAfter += sliceMs) {
      const createdBefore = Math.min(to, createdAfter + sliceMs);
      const slice = { ...filters, createdAfter, createdBefore };
      counts.push(...(await countByDuration(this.knex, slice)));
      await setImmediate();
    }
    return counts;
  }

  private async countActive(filters: TaskFilters): Promise<Activity['now']> {
    const query = this.knex('tasks')
      .select('status')
      .count({ tasks: '*' })
      .groupBy('status');
    filterTasks(
      query,
      { ...filters, status: ['preparing', 'running'] },
      this.knex,
    );
    const rows: any[] = await query;
    const tasksIn = (status: TaskStatus) =>
      Number(rows.find(row => row.status === status)?.tasks ?? 0);
    return { preparing: tasksIn('preparing'), running: tasksIn('running') };
  }
}

function toBucket(
  from: number,
  to: number,
  counts: TaskCount[],
): ActivityBucket {
  const tasks = Object.fromEntries(
    TASK_STATUSES.map(status => [status, 0]),
  ) as Record<TaskStatus, number>;
  let completedWithFailures = 0;
  for (const count of counts) {
    tasks[count.status] += count.tasks;
    if (count.status === 'completed') {
      completedWithFailures += count.withFailures;
    }
  }
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    tasks,
    completedWithFailures,
  };
}

function addToConnections(
  connections: Map<string, ConnectionCounter>,
  counts: TaskCount[],
): void {
  for (const count of counts) {
    const { connection } = count;
    const counter =
      connections.get(connection) ?? new ConnectionCounter(connection);
    connections.set(connection, counter);
    counter.add(count);
  }
}
