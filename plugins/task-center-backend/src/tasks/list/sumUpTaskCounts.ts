import { Knex } from 'knex';
import { isPostgres } from '../../database';

const COLUMNS = 'connection, entity_ref, engine, created_by, status';
const SUMS = `SELECT ${COLUMNS}, sum(tasks)`;
const GROUPS = `GROUP BY ${COLUMNS} HAVING sum(tasks) <> 0`;
/** Those that have changed since they were summed up. */
const SEVERAL = `GROUP BY ${COLUMNS} HAVING count(*) > 1`;

/**
 * Puts one row in the place of all that count the same kind of tasks. Those who read meanwhile see the old ones or the
 * new one; those who do the same at the same time find nothing left to do.
 *
 * @internal
 */
export async function sumUpTaskCounts(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    // In one statement, which takes away what it has seen and nothing else.
    await knex.raw(`WITH gone AS (
        DELETE FROM task_counts WHERE (${COLUMNS}) IN
          (SELECT ${COLUMNS} FROM task_counts ${SEVERAL}) RETURNING *
      ) INSERT INTO task_counts (${COLUMNS}, tasks) ${SUMS} FROM gone ${GROUPS}`);
    return;
  }
  await knex.transaction(async transaction => {
    const last = await transaction('task_counts')
      .max({ rowid: 'rowid' })
      .first();
    const seen = last?.rowid ?? 0;
    await transaction.raw(
      `INSERT INTO task_counts (${COLUMNS}, tasks)
        ${SUMS} FROM task_counts WHERE rowid <= ?
        ${SEVERAL} AND sum(tasks) <> 0`,
      [seen],
    );
    await transaction.raw(
      `DELETE FROM task_counts WHERE rowid <= ? AND (${COLUMNS}) IN
        (SELECT ${COLUMNS} FROM task_counts WHERE rowid <= ? ${SEVERAL})`,
      [seen, seen],
    );
  });
}
