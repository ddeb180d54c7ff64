import { Knex } from 'knex';
import { TaskList, TaskQuery } from '../TaskStore';
import { areCounted, countTasks } from './countTasks';
import { findTasks } from './findTasks';
import { searchTasks } from './searchTasks';

/** Of tasks that have to be counted one by one, no more are. */
const COUNTED = 100_000;

/**
 * A page of the tasks that are asked for, in the order that is asked for, and how many there are.
 *
 * @param most - where tasks have to be counted one by one, no more than these and those up to the end of the page are
 * @internal
 */
export async function listTasks(
  knex: Knex,
  query: TaskQuery,
  most = COUNTED,
): Promise<TaskList> {
  if (query.search) {
    return searchTasks(knex, { ...query, search: query.search });
  }
  const end = query.offset + query.limit;
  const limit = areCounted(query) ? Infinity : Math.max(most, end);
  const counted = await countTasks(knex, query, limit + 1);
  const areAll = counted <= limit;
  const rows = await findTasks(knex, query, counted, areAll);
  return areAll
    ? { rows, totalItems: counted }
    : { rows, totalItems: limit, totalIsAtLeast: true };
}
