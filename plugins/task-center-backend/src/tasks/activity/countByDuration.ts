import { TaskStatus } from 'backstage-plugin-task-center-common';
import { Knex } from 'knex';
import { isPostgres, toNumber } from '../../database';
import { filterTasks, TaskFilters } from '../filterTasks';

/**
 * How many tasks of a part of the time and of a connection ended alike and took about as long.
 *
 * @internal
 */
export interface TaskCount {
  /** From 0. */
  part: number;
  connection: string;
  status: TaskStatus;
  /** In ms, rounded down to two significant digits; `undefined` for tasks without one. */
  duration?: number;
  tasks: number;
  /** Those with statements that failed or were undone. */
  withFailures: number;
  longest?: number;
}

/** An integer of that many digits in SQL, of which all but the first two become zeros. */
function rounded(digits: number): string {
  const unit = 10 ** Math.max(0, digits - 2);
  return `duration / ${unit} * ${unit}`;
}

/** Integers are divided without a rest by both databases. */
const ROUNDED_DURATION = `CASE ${[2, 3, 4, 5, 6, 7, 8, 9, 10]
  .map(digits => `WHEN duration < ${10 ** digits} THEN ${rounded(digits)}`)
  .join(' ')} ELSE ${rounded(11)} END`;

/**
 * Which tasks to count in which time.
 *
 * @internal
 */
export type TimeFilters = TaskFilters & {
  createdAfter: number;
  createdBefore: number;
};

/**
 * Counts tasks. Grouped by their rounded durations, any number of them leaves few rows, from which the median follows.
 *
 * @param edges - where the parts of the time begin, and where the last of them ends
 * @internal
 */
export async function countByDuration(
  knex: Knex,
  filters: TimeFilters,
  edges: number[],
): Promise<TaskCount[]> {
  const tasks = isPostgres(knex)
    ? tasksInParts(knex, filters, edges)
    : partsWithTasks(knex, filters, edges);
  tasks.select('connection', 'status', {
    duration: knex.raw('finished_at - started_at'),
    has_failures: knex.raw(
      'CASE WHEN failed_statements > 0 OR rolled_back_statements > 0 THEN 1 ELSE 0 END',
    ),
  });
  const rows = await knex
    .select('part', 'connection', 'status', {
      rounded: knex.raw(ROUNDED_DURATION),
      tasks: knex.raw('count(*)'),
      failures: knex.raw('sum(has_failures)'),
      longest: knex.raw('max(duration)'),
    })
    .from(tasks.as('counted'))
    .groupByRaw('1, 2, 3, 4');
  return rows.map((row: any) => ({
    part: Number(row.part),
    connection: row.connection,
    status: row.status,
    duration: toNumber(row.rounded),
    tasks: Number(row.tasks),
    withFailures: Number(row.failures),
    longest: toNumber(row.longest),
  }));
}

/** PostgreSQL goes through the time once, and looks up which part a task is in. */
function tasksInParts(
  knex: Knex,
  filters: TimeFilters,
  edges: number[],
): Knex.QueryBuilder {
  const part = knex.raw('width_bucket(created_at, ?::bigint[]) - 1', [edges]);
  const tasks = knex('tasks').select({ part });
  filterTasks(tasks, filters, knex);
  return tasks;
}

/** SQLite, which has nothing for that, looks up the tasks of each part. */
function partsWithTasks(
  knex: Knex,
  filters: TimeFilters,
  edges: number[],
): Knex.QueryBuilder {
  const { createdAfter, createdBefore, ...others } = filters;
  const parts = edges
    .slice(0, -1)
    .map((begin, part) => [
      part,
      Math.max(begin, createdAfter),
      Math.min(edges[part + 1], createdBefore),
    ])
    .filter(([, begin, end]) => begin < end);
  const values = knex.raw(
    'SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)',
    [JSON.stringify(parts)],
  );
  const tasks = knex
    // Otherwise it would read the values again for each task.
    .withMaterialized('parts', ['part', 'begins', 'ends'], values)
    // A join that is not crossed could be turned round.
    .from(
      knex.raw(
        'parts CROSS JOIN tasks ON created_at >= begins AND created_at < ends',
      ),
    )
    .select('part');
  filterTasks(tasks, others, knex);
  return tasks;
}
