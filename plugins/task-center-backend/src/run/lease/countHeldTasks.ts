import { Knex } from 'knex';
import { IS_HELD } from './taskPlaces';

/**
 * How many tasks hold a place of each connection, over all workers. Connections without any are left out.
 *
 * @internal
 */
export async function countHeldTasks(knex: Knex): Promise<Map<string, number>> {
  const rows: { connection: string; held: number | string }[] = await knex(
    'tasks',
  )
    .select('connection')
    .count({ held: '*' })
    .whereRaw(IS_HELD)
    .groupBy('connection');
  return new Map(rows.map(row => [row.connection, Number(row.held)]));
}
