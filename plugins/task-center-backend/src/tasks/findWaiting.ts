import { Knex } from 'knex';
import { TaskWaiting } from 'backstage-plugin-task-center-common';
import { databaseNow, TaskRow } from '../database';
import { countHeldTasks, findPositions } from '../run';

/** Where there is a place, a worker takes a task sooner than that. */
const SOON_MS = 5_000;

/**
 * Why tasks wait and how many are before them, for those of these that do, by their ids. How many places other workers have
 * is not known: that none has one shows in tasks that wait although their connection could run them.
 *
 * @param places - how many tasks may run at once on each connection, by its id
 * @internal
 */
export async function findWaiting(
  knex: Knex,
  rows: TaskRow[],
  places: Map<string, number>,
): Promise<Map<string, TaskWaiting>> {
  const preparing = rows.filter(row => row.status === 'preparing');
  const inLine = preparing.filter(row => row.worker_id === null);
  const [held, positions, now] =
    inLine.length > 0
      ? await Promise.all([
          countHeldTasks(knex),
          findPositions(knex, inLine),
          readNow(knex),
        ])
      : [new Map(), new Map(), 0];
  return new Map(
    preparing.map(({ id, connection, created_at }): [string, TaskWaiting] => {
      const position = positions.get(id);
      if (position === undefined) {
        // A worker holds it, or took it meanwhile.
        return [id, { cause: 'starting' }];
      }
      const free =
        (places.get(connection) ?? Infinity) - (held.get(connection) ?? 0);
      if (position > free) {
        return [id, { cause: 'connection-busy', position }];
      }
      return now - Number(created_at) < SOON_MS
        ? [id, { cause: 'starting' }]
        : [id, { cause: 'worker-busy', position }];
    }),
  );
}

async function readNow(knex: Knex): Promise<number> {
  const { now } = await knex.select({ now: databaseNow(knex) }).first();
  return Number(now);
}
