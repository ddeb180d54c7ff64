import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { isPostgres } from '../../database';
import { TaskFilters } from '../filterTasks';

/** Counted within some milliseconds. */
const TASKS_PER_SLICE = 5_000;

/**
 * Splits a time so that no part of it has many tasks. SQLite counts on this very thread, which does something else behind
 * each part; PostgreSQL does not need that.
 *
 * @param filters - which tasks are counted in which time
 * @internal
 */
export async function* sliceTasks(
  knex: Knex,
  filters: TaskFilters & { createdAfter: number; createdBefore: number },
): AsyncGenerator<TaskFilters> {
  const { createdAfter, createdBefore } = filters;
  let from = createdAfter;
  while (from < createdBefore) {
    const to = isPostgres(knex)
      ? createdBefore
      : await findEdge(knex, from, createdBefore);
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
    .offset(TASKS_PER_SLICE)
    .first('created_at');
  // All of the same millisecond are in one part.
  return next ? Math.max(Number(next.created_at), from + 1) : end;
}
