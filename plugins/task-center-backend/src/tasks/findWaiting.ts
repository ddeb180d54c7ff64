import { Knex } from 'knex';
import { TaskWaiting } from 'backstage-plugin-task-center-common';
import { TaskRow } from '../database';
import { countHeldTasks, findPositions } from '../run';

/**
 * Why tasks wait and how many are before them, for those of these that do, by their ids.
 *
 * @param places - how many tasks may run at once on each connection
 * @internal
 */
export async function findWaiting(
  knex: Knex,
  rows: TaskRow[],
  places: Map<string, number>,
): Promise<Map<string, TaskWaiting>> {
  const preparing = rows.filter(row => row.status === 'preparing');
  const inLine = preparing.filter(row => row.worker_id === null);
  const [held, positions] =
    inLine.length > 0
      ? await Promise.all([countHeldTasks(knex), findPositions(knex, inLine)])
      : [new Map(), new Map()];
  return new Map(
    preparing.map(({ id, connection }): [string, TaskWaiting] => {
      const position = positions.get(id);
      if (position === undefined) {
        // A worker holds it, or took it meanwhile.
        return [id, { cause: 'starting' }];
      }
      const busy =
        (held.get(connection) ?? 0) >= (places.get(connection) ?? Infinity);
      return [
        id,
        { cause: busy ? 'connection-busy' : 'worker-busy', position },
      ];
    }),
  );
}
