// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('segment_garbage', table => {
    table.comment('Objects that are to be removed from object storage');
    table.increments('id');
    table
      .string('prefix')
      .notNullable()
      .comment('What the keys of the objects begin with');
    table.bigInteger('created_at').notNullable();
  });
  // What is in objects, and what could be: full segments hold 256 KiB.
  await knex.raw(`CREATE INDEX segments_object_idx
    ON segments (owner_id, object_key) WHERE object_key IS NOT NULL`);
  await knex.raw(`CREATE INDEX segments_full_idx
    ON segments (owner_id, stream, number)
    WHERE object_key IS NULL AND raw_bytes >= 262144`);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP INDEX segments_full_idx');
  await knex.raw('DROP INDEX segments_object_idx');
  await knex.schema.dropTable('segment_garbage');
};
