import createKnex, { Knex } from 'knex';
import { isPostgres } from './dialect';

/**
 * Opens a way to read that does not wait for those who write. With PostgreSQL that is the same pool of connections. With
 * SQLite there is one connection to write through, which a run keeps for as long as it stores something; so reading gets
 * one of its own, and write-ahead logging, with which neither waits for the other.
 *
 * @internal
 */
export async function openReader(knex: Knex): Promise<Knex> {
  const { filename } = knex.client.config.connection ?? {};
  if (isPostgres(knex) || !filename || filename === ':memory:') {
    return knex;
  }
  await knex.raw('PRAGMA journal_mode = WAL');
  // What a run is about to do has to survive a loss of power.
  await knex.raw('PRAGMA synchronous = FULL');
  return createKnex({
    ...knex.client.config,
    pool: { min: 0, max: 1 },
  });
}
