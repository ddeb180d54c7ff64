import { NotAllowedError } from '@backstage/errors';
import {
  Activity,
  ActivityBucket,
  ConnectionActivity,
  TASK_STATUSES,
  TaskStatus,
} from 'backstage-plugin-task-center-common';
import { Knex } from 'knex';
import { DatabaseOwners } from '../../connections';
import { Caller } from '../Caller';
import { TaskFilters } from '../filterTasks';
import { countTasks } from '../list';
import { TaskCenterAccess } from '../permissions';
import { resolveVisibleTasks } from '../resolveVisibleTasks';
import { ActivityQuery } from './ActivityQuery';
import { ConnectionCounter } from './ConnectionCounter';
import { countByDuration, TaskCount } from './countByDuration';
import { sliceTasks } from './sliceTasks';
import { splitTime } from './splitTime';

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
   * @param signal - ends it when nobody waits for it any more; what was counted until then is the answer
   * @throws InputError when the time makes no sense
   * @throws NotAllowedError when the caller may not see any
   */
  async read(
    caller: Caller,
    query: ActivityQuery,
    signal?: AbortSignal,
  ): Promise<Activity> {
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
    const counts = await this.count(filters, edges, signal);
    return {
      buckets: toBuckets(edges, counts),
      connections: toConnections(counts),
      now: await this.countActive(filters),
    };
  }

  private async count(
    filters: TaskFilters,
    edges: number[],
    signal: AbortSignal | undefined,
  ): Promise<TaskCount[]> {
    const counts: TaskCount[] = [];
    const time = {
      ...filters,
      createdAfter: edges[0],
      createdBefore: edges[edges.length - 1],
    };
    for await (const slice of sliceTasks(this.knex, time)) {
      if (signal?.aborted) {
        break;
      }
      counts.push(...(await countByDuration(this.knex, slice, edges)));
    }
    return counts;
  }

  private async countActive(filters: TaskFilters): Promise<Activity['now']> {
    const tasksIn = (status: TaskStatus) =>
      countTasks(this.knex, { ...filters, status: [status] });
    return {
      preparing: await tasksIn('preparing'),
      running: await tasksIn('running'),
    };
  }
}

function toBuckets(edges: number[], counts: TaskCount[]): ActivityBucket[] {
  const buckets = edges
    .slice(0, -1)
    .map((from, part) => emptyBucket(from, edges[part + 1]));
  for (const count of counts) {
    const bucket = buckets[count.part];
    bucket.tasks[count.status] += count.tasks;
    if (count.status === 'completed') {
      bucket.completedWithFailures += count.withFailures;
    }
  }
  return buckets;
}

function emptyBucket(from: number, to: number): ActivityBucket {
  const tasks = Object.fromEntries(
    TASK_STATUSES.map(status => [status, 0]),
  ) as Record<TaskStatus, number>;
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    tasks,
    completedWithFailures: 0,
  };
}

function toConnections(counts: TaskCount[]): ConnectionActivity[] {
  const counters = new Map<string, ConnectionCounter>();
  for (const count of counts) {
    const { connection } = count;
    const counter =
      counters.get(connection) ?? new ConnectionCounter(connection);
    counters.set(connection, counter);
    counter.add(count);
  }
  return [...counters.values()]
    .map(counter => counter.result())
    .sort((a, b) => b.tasks - a.tasks);
}
