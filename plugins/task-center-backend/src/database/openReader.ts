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
  await makeDurable(knex);
  return createKnex({
    ...knex.client.config,
    pool: { min: 0, max: 1 },
  });
}

/** What a run is about to do has to survive a loss of power, on every connection that the pool will ever open. */
async function makeDurable(knex: Knex): Promise<void> {
  await knex.raw('PRAGMA synchronous = FULL');
  knex.client.pool.on(
    'createSuccess',
    (_: number, connection: { pragma(text: string): void }) =>
      connection.pragma('synchronous = FULL'),
  );
}
