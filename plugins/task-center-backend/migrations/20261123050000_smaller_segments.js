// @ts-check

/**
 * @param {import('knex').Knex} knex
 * @param {number} bytes - what a full segment holds
 */
async function createFullIndex(knex, bytes) {
  await knex.raw('DROP INDEX segments_full_idx');
  await knex.raw(`CREATE INDEX segments_full_idx
    ON segments (owner_id, stream, number)
    WHERE object_key IS NULL AND raw_bytes >= ${bytes}`);
}

/**
 * Full segments hold 64 KiB from now on, not 256.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createFullIndex(knex, 65536);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await createFullIndex(knex, 262144);
};
