import { Knex } from 'knex';
import { filterTasks, TaskFilters } from '../filterTasks';

/**
 * How many tasks meet the filters. Where nothing is asked of their texts and times, this is known without a look at them.
 *
 * @internal
 */
export async function countTasks(
  knex: Knex,
  filters: TaskFilters,
): Promise<number> {
  const { search, createdAfter, createdBefore } = filters;
  const isCounted =
    !search && createdAfter === undefined && createdBefore === undefined;
  const query = isCounted
    ? knex('task_counts').sum({ total: 'tasks' }).first()
    : knex('tasks').count({ total: '*' }).first();
  filterTasks(query, filters, knex);
  const counted = await query;
  return Number(counted?.total ?? 0);
}
