import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isPostgres } from './dialect';

/**
 * Where the changes to the plugin's tables are.
 *
 * @internal
 */
export const MIGRATIONS = {
  directory: resolvePackagePath(
    'backstage-plugin-task-center-backend',
    'migrations',
  ),
};

/**
 * Opens the plugin's own database and brings its tables up to date.
 *
 * @internal
 */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await applyMigrations(knex);
  }
  return knex;
}

/**
 * Brings the plugin's tables up to date.
 *
 * @internal
 */
export async function applyMigrations(knex: Knex): Promise<void> {
  if (!isPostgres(knex)) {
    await knex.migrate.latest(MIGRATIONS);
    return;
  }
  // Two that make the lock table of knex at once would each put a row into it, and no one could ever take that lock.
  await knex.transaction(async transaction => {
    await transaction.raw(
      `SELECT pg_advisory_xact_lock(hashtext('task-center-migrations'), hashtext(current_schema()))`,
    );
    await transaction.migrate.latest(MIGRATIONS);
  });
}
