import { Knex } from 'knex';
import { TaskList, TaskQuery } from '../TaskStore';
import { countTasks } from './countTasks';
import { findTasks } from './findTasks';
import { searchTasks } from './searchTasks';

/**
 * A page of the tasks that are asked for, in the order that is asked for, and how many there are.
 *
 * @internal
 */
export async function listTasks(
  knex: Knex,
  query: TaskQuery,
): Promise<TaskList> {
  if (query.search) {
    return searchTasks(knex, { ...query, search: query.search });
  }
  const totalItems = await countTasks(knex, query);
  return { rows: await findTasks(knex, query, totalItems), totalItems };
}
