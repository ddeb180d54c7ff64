import { Knex } from 'knex';
import { TaskRow } from '../../database';
import { LINE_ORDER, waitingTasks } from './waitingTasks';

/**
 * The places of these tasks in their connections' lines, from 1, by task id. Those that are not in line any more are
 * left out. It is the order in which tasks are claimed: the first one gets the next free place.
 *
 * @internal
 */
export async function findPositions(
  knex: Knex,
  tasks: Pick<TaskRow, 'id' | 'connection'>[],
): Promise<Map<string, number>> {
  const connections = [...new Set(tasks.map(task => task.connection))];
  const numbered = knex
    .select('id')
    .rowNumber('position', LINE_ORDER as any, 'connection')
    .from(waitingTasks(knex, connections).as('line'))
    .as('numbered');
  const found: { id: string; position: number | string }[] = await knex
    .select('id', 'position')
    .from(numbered)
    .whereIn(
      'id',
      tasks.map(task => task.id),
    );
  return new Map(found.map(row => [row.id, Number(row.position)]));
}
