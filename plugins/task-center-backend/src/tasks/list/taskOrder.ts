import { Knex } from 'knex';
import { TaskRow } from '../../database';
import { TaskQuery } from '../TaskStore';

type OrderBy = { column: string; order: 'asc' | 'desc' };

const COLUMNS: Record<TaskQuery['orderBy'], string> = {
  createdAt: 'created_at',
  name: 'name',
  status: 'status',
  connection: 'connection',
  createdBy: 'created_by',
};

/**
 * The order that is asked for; tasks that are equal in it have the newest first.
 *
 * @internal
 */
export function orderOf({
  orderBy,
  descending,
}: Pick<TaskQuery, 'orderBy' | 'descending'>): OrderBy[] {
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

/**
 * The same the other way round.
 *
 * @internal
 */
export function reverse({ column, order }: OrderBy): OrderBy {
  return { column, order: order === 'asc' ? 'desc' : 'asc' };
}

/**
 * The index that has tasks in an order.
 *
 * @internal
 */
export function indexOf({
  orderBy,
  descending,
}: Pick<TaskQuery, 'orderBy' | 'descending'>): string {
  const isOneWay = orderBy === 'createdAt' || orderBy === 'name';
  const way = descending && !isOneWay ? '_desc' : '';
  return `tasks_${COLUMNS[orderBy]}${way}_idx`;
}

/**
 * The tasks with these ids.
 *
 * @internal
 */
export async function readTasks(
  knex: Knex,
  query: Pick<TaskQuery, 'orderBy' | 'descending'>,
  ids: string[] | Knex.QueryBuilder,
): Promise<TaskRow[]> {
  return knex<TaskRow>('tasks')
    .whereIn('id', ids as string[])
    .orderBy(orderOf(query));
}
