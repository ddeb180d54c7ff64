import { Knex } from 'knex';
import { TaskRow } from '../../database';
import { filterTasks } from '../filterTasks';
import { TaskQuery } from '../TaskStore';
import { chooseSource } from './chooseSource';
import { orderOf, readTasks, reverse } from './taskOrder';

/**
 * A page of the tasks that are asked for, in the order that is asked for.
 *
 * @param matching - how many tasks meet the filters, up to some behind the page
 * @param areAll - whether there are no more
 * @internal
 */
export async function findTasks(
  knex: Knex,
  query: TaskQuery,
  matching: number,
  areAll: boolean,
): Promise<TaskRow[]> {
  const order = orderOf(query);
  const limit = Math.min(query.limit, matching - query.offset);
  if (limit <= 0) {
    return [];
  }
  // Pages near the end are found from there.
  const behind = matching - query.offset - limit;
  const isReversed = areAll && behind < query.offset;
  const offset = isReversed ? behind : query.offset;
  // Only the rows of the page are read as a whole.
  const wanted = offset + query.limit;
  const source = await chooseSource(knex, query, wanted, matching);
  const ids = knex(knex.raw(source))
    .select('id')
    .orderBy(isReversed ? order.map(reverse) : order)
    .limit(limit)
    .offset(offset);
  filterTasks(ids, query, knex);
  return readTasks(knex, query, ids);
}
