import { Knex } from 'knex';
import { filterTasks, TaskFilters } from '../filterTasks';

/**
 * How many tasks meet the filters. Where nothing is asked of their texts and times, this is known without a look at them.
 *
 * @param most - where tasks have to be looked at, no more than that many are counted
 * @internal
 */
export async function countTasks(
  knex: Knex,
  filters: TaskFilters,
  most?: number,
): Promise<number> {
  const { search, createdAfter, createdBefore } = filters;
  const isKnown =
    !search && createdAfter === undefined && createdBefore === undefined;
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
