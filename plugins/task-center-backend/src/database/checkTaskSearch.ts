import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isPostgres } from './dialect';

const POSTGRES_ADVICE =
  'Searching the list of tasks is slow with many tasks: its index tasks_search_idx is missing or was not finished, for which PostgreSQL needs the extension pg_trgm. Have somebody who may do it run CREATE EXTENSION IF NOT EXISTS pg_trgm; and then DROP INDEX IF EXISTS tasks_search_idx; CREATE INDEX CONCURRENTLY tasks_search_idx ON tasks USING gin (name gin_trgm_ops, description gin_trgm_ops) WITH (fastupdate = off);';

/**
 * Looks whether the texts of tasks can be searched by an index. Says what to do where they can not.
 *
 * @internal
 */
export async function checkTaskSearch(
  knex: Knex,
  logger: LoggerService,
): Promise<void> {
  if (!isPostgres(knex)) {
    await renewNumbers(knex, logger);
    return;
  }
  const { rows } = await knex.raw(
    `SELECT 1 FROM pg_index
      WHERE indexrelid = to_regclass('tasks_search_idx') AND indisvalid`,
  );
  if (rows.length === 0) {
    logger.warn(POSTGRES_ADVICE);
  }
}

/**
 * SQLite's index knows tasks by their rowids, of which a database that was dumped and read again has others, without the
 * gaps that there were.
 */
async function renewNumbers(knex: Knex, logger: LoggerService): Promise<void> {
  const task = await knex('tasks').max({ last: 'rowid' }).first();
  const indexed = await knex('task_search_docsize').max({ last: 'id' }).first();
  if (task?.last === indexed?.last) {
    return;
  }
  logger.info('Indexing the texts of all tasks anew');
  await knex.transaction(async transaction => {
    await transaction.raw(
      `INSERT INTO task_search (task_search) VALUES ('delete-all')`,
    );
    await transaction.raw(
      // As the triggers do it, which could not take out again what was put in otherwise.
      `INSERT INTO task_search (rowid, name, description)
        SELECT rowid, name || char(1, 1), description || char(1, 1)
        FROM tasks ORDER BY rowid`,
    );
  });
}
