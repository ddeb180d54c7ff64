import { Knex } from 'knex';
import { isPostgres, TaskRow } from '../../database';
import { filterTasks } from '../filterTasks';
import { TaskQuery } from '../TaskStore';
import { countTasks } from './countTasks';

type Order = TaskQuery['orderBy'];
type OrderBy = { column: string; order: 'asc' | 'desc' };

const COLUMNS: Record<Order, string> = {
  createdAt: 'created_at',
  name: 'name',
  status: 'status',
  connection: 'connection',
  createdBy: 'created_by',
};

/** Reading the row of a task takes SQLite so many times as long as a step along an index. */
const STEPS_PER_ROW = 20;

/**
 * A page of the tasks that are asked for, in the order that is asked for; those that are equal in it with the newest first.
 *
 * @param matching - how many tasks meet the filters
 * @internal
 */
export async function findTasks(
  knex: Knex,
  query: TaskQuery,
  matching: number,
): Promise<TaskRow[]> {
  const order = orderOf(query);
  const limit = Math.min(query.limit, matching - query.offset);
  if (limit <= 0) {
    return [];
  }
  // Pages near the end are found from there.
  const behind = matching - query.offset - limit;
  const isReversed = behind < query.offset;
  const offset = isReversed ? behind : query.offset;
  // Only the rows of the page are read as a whole.
  const source = await chooseSource(knex, query, offset, matching);
  const ids = knex(knex.raw(source))
    .select('id')
    .orderBy(isReversed ? order.map(reverse) : order)
    .limit(limit)
    .offset(offset);
  filterTasks(ids, query, knex);
  return knex<TaskRow>('tasks').whereIn('id', ids).orderBy(order);
}

function orderOf({ orderBy, descending }: TaskQuery): OrderBy[] {
  const order = descending ? 'desc' : 'asc';
  const newestFirst = orderBy === 'createdAt' ? order : 'desc';
  const behind: OrderBy[] = [
    { column: 'created_at', order: newestFirst },
    { column: 'id', order: newestFirst },
  ];
  return orderBy === 'createdAt'
    ? behind
    : [{ column: COLUMNS[orderBy], order }, ...behind];
}

function reverse({ column, order }: OrderBy): OrderBy {
  return { column, order: order === 'asc' ? 'desc' : 'asc' };
}

/**
 * SQLite does not know how many tasks meet a filter, and would sort hundreds of thousands to find the first few. So it is
 * told to go along the order instead where that is less work.
 */
async function chooseSource(
  knex: Knex,
  { orderBy, descending, limit }: TaskQuery,
  offset: number,
  matching: number,
): Promise<string> {
  if (isPostgres(knex)) {
    return 'tasks';
  }
  const all = await countTasks(knex, {});
  const steps = ((offset + limit) * all) / matching;
  if (steps > STEPS_PER_ROW * matching) {
    return 'tasks';
  }
  const isOneWay = orderBy === 'createdAt' || orderBy === 'name';
  const way = descending && !isOneWay ? '_desc' : '';
  return `tasks INDEXED BY tasks_${COLUMNS[orderBy]}${way}_idx`;
}
