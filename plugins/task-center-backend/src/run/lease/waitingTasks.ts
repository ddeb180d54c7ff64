import { Knex } from 'knex';
import { TaskRow } from '../../database';
import { IS_HELD, IS_WAITING } from './taskPlaces';

/**
 * A task that stands in line. Of each connection's line, the task with the lowest `turn` comes first; of those with the
 * same turn, the oldest one.
 *
 * @internal
 */
export type WaitingTask = Pick<TaskRow, 'id' | 'connection' | 'created_at'> & {
  turn: number | string;
};

/**
 * How tasks in line follow upon each other.
 *
 * @internal
 */
export const LINE_ORDER = ['turn', 'created_at', 'id'];

/**
 * A subquery of the tasks in line on these connections, as {@link WaitingTask}.
 *
 * A task's turn is how many tasks its creator holds on the connection now, and how many of theirs come before it. So
 * whoever has the least comes first, and somebody with hundreds of tasks delays nobody else by more than one of them.
 *
 * @internal
 */
export function waitingTasks(
  knex: Knex,
  connections: string[],
): Knex.QueryBuilder {
  const held = knex('tasks')
    .select('connection', 'created_by')
    .count({ held: '*' })
    .whereRaw(IS_HELD)
    .groupBy('connection', 'created_by')
    .as('held');
  const waiting = knex('tasks')
    .select('id', 'connection', 'created_by', 'created_at')
    .rowNumber(
      'own_turn',
      ['created_at', 'id'] as any,
      ['connection', 'created_by'] as any,
    )
    .whereRaw(IS_WAITING)
    .whereIn('connection', connections)
    .as('waiting');
  return knex
    .select('waiting.id', 'waiting.connection', 'waiting.created_at')
    .select(knex.raw('coalesce(held.held, 0) + waiting.own_turn as turn'))
    .from(waiting)
    .leftJoin(held, join =>
      join
        .on('held.connection', 'waiting.connection')
        .andOn('held.created_by', 'waiting.created_by'),
    );
}
