import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { isPostgres } from '../../database';
import { TimeFilters } from './countByDuration';

/**
 * SQLite counts on this very thread, so that each slice must be counted within some milliseconds. PostgreSQL reads so many
 * along the index, which is faster than how it would read more, and a count that has begun cannot be ended.
 */
const TASKS_PER_SLICE = { sqlite: 5_000, postgres: 20_000 };

/**
 * Splits a time so that no slice of it has too many tasks. Something else has its turn behind each.
 *
 * @param filters - which tasks are counted in which time
 * @internal
 */
export async function* sliceTasks(
  knex: Knex,
  filters: TimeFilters,
): AsyncGenerator<TimeFilters> {
  const { createdAfter, createdBefore } = filters;
  let from = createdAfter;
  while (from < createdBefore) {
    const to = await findEdge(knex, from, createdBefore);
    yield { ...filters, createdAfter: from, createdBefore: to };
    await setImmediate();
    from = to;
  }
}

async function findEdge(
  knex: Knex,
  from: number,
  end: number,
): Promise<number> {
  const next = await knex('tasks')
    .where('created_at', '>=', from)
    .where('created_at', '<', end)
    .orderBy('created_at')
    .offset(TASKS_PER_SLICE[isPostgres(knex) ? 'postgres' : 'sqlite'])
    .first('created_at');
  // All of the same millisecond are in one part.
  return next ? Math.max(Number(next.created_at), from + 1) : end;
}
