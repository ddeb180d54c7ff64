import { Knex } from 'knex';
import { filterTasks, TaskFilters } from '../filterTasks';

/**
 * Whether it is known how many tasks meet the filters without a look at them: nothing is asked of their texts and times.
 *
 * @internal
 */
export function areCounted(filters: TaskFilters): boolean {
  const { search, createdAfter, createdBefore } = filters;
  return !search && createdAfter === undefined && createdBefore === undefined;
}

/**
 * How many tasks meet the filters.
 *
 * @param most - where tasks have to be looked at, no more than that many are counted
 * @internal
 */
export async function countTasks(
  knex: Knex,
  filters: TaskFilters,
  most?: number,
): Promise<number> {
  const isKnown = areCounted(filters);
  const tasks = knex(isKnown ? 'task_counts' : 'tasks');
  filterTasks(tasks, filters, knex);
  if (isKnown) {
    tasks.sum({ total: 'tasks' });
  } else if (most === undefined) {
    tasks.count({ total: '*' });
  } else {
    const some = tasks.select(knex.raw('1')).limit(most);
    return countRows(knex, some);
  }
  return Number((await tasks.first())?.total ?? 0);
}

/**
 * How many rows a query gives, which may have a limit.
 *
 * @internal
 */
export async function countRows(
  knex: Knex,
  query: Knex.QueryBuilder,
): Promise<number> {
  const counted = await knex(query.as('some')).count({ total: '*' }).first();
  return Number(counted?.total ?? 0);
}
