import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

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
  await knex.migrate.latest(MIGRATIONS);
}
