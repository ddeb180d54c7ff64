import { TaskStatus } from 'backstage-plugin-task-center-common';
import { Knex } from 'knex';
import { toNumber } from '../../database';
import { filterTasks, TaskFilters } from '../filterTasks';

/**
 * How many tasks of a connection ended alike and took about as long.
 *
 * @internal
 */
export interface TaskCount {
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
 * Counts tasks. Grouped by their rounded durations, any number of them leaves few rows, from which the median follows.
 *
 * @internal
 */
export async function countByDuration(
  knex: Knex,
  filters: TaskFilters,
): Promise<TaskCount[]> {
  const tasks = knex('tasks').select('connection', 'status', {
    duration: knex.raw('finished_at - started_at'),
    has_failures: knex.raw(
      'CASE WHEN failed_statements > 0 OR rolled_back_statements > 0 THEN 1 ELSE 0 END',
    ),
  });
  filterTasks(tasks, filters, knex);
  const rows = await knex
    .select('connection', 'status', {
      rounded: knex.raw(ROUNDED_DURATION),
      tasks: knex.raw('count(*)'),
      failures: knex.raw('sum(has_failures)'),
      longest: knex.raw('max(duration)'),
    })
    .from(tasks.as('counted'))
    .groupByRaw('1, 2, 3');
  return rows.map((row: any) => ({
    connection: row.connection,
    status: row.status,
    duration: toNumber(row.rounded),
    tasks: Number(row.tasks),
    withFailures: Number(row.failures),
    longest: toNumber(row.longest),
  }));
}
