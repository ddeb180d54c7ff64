import { Knex } from 'knex';

/**
 * Whether the plugin's own tables are in PostgreSQL; otherwise they are in SQLite.
 *
 * @internal
 */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/**
 * The database's own clock, in ms since 1970 UTC. Leases are measured with it alone, so that workers whose clocks
 * differ agree on who holds what.
 *
 * @internal
 */
export function databaseNow(knex: Knex): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('(extract(epoch from clock_timestamp()) * 1000)::bigint')
    : knex.raw("cast(unixepoch('subsec') * 1000 as integer)");
}

/**
 * A 64-bit integer of either database as a number, `undefined` for NULL.
 *
 * @internal
 */
export function toNumber(
  value: number | string | null | undefined,
): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}
