import { Knex } from 'knex';
import { TaskWaiting } from 'backstage-plugin-task-center-common';
import { TaskRow } from '../database';
import { countHeldTasks, findPositions } from '../run';

/**
 * How many tasks may run at once.
 *
 * @internal
 */
export interface Places {
  /** On each connection, by its id. */
  connections: Map<string, number>;
  /** On one worker. */
  worker: number;
}

/**
 * Why tasks wait and how many are before them, for those of these that do, by their ids.
 *
 * @internal
 */
export async function findWaiting(
  knex: Knex,
  rows: TaskRow[],
  places: Places,
): Promise<Map<string, TaskWaiting>> {
  const preparing = rows.filter(row => row.status === 'preparing');
  const inLine = preparing.filter(row => row.worker_id === null);
  const [held, positions] =
    inLine.length > 0
      ? await Promise.all([countHeldTasks(knex), findPositions(knex, inLine)])
      : [new Map(), new Map()];
  const running = [...held.values()].reduce((sum, n) => sum + n, 0);
  return new Map(
    preparing.map(({ id, connection }): [string, TaskWaiting] => {
      const position = positions.get(id);
      if (position === undefined) {
        // A worker holds it, or took it meanwhile.
        return [id, { cause: 'starting' }];
      }
      const free =
        (places.connections.get(connection) ?? Infinity) -
        (held.get(connection) ?? 0);
      if (position > free) {
        return [id, { cause: 'connection-busy', position }];
      }
      return running < places.worker
        ? [id, { cause: 'starting' }]
        : [id, { cause: 'worker-busy', position }];
    }),
  );
}
