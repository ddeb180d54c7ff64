// @ts-check

const SEGMENT_INFO = [
  'owner_id',
  'stream',
  'number',
  'first_item',
  'item_count',
  'kinds',
  'raw_bytes',
  'data_bytes',
];

/**
 * What is read of segments without their data comes from this index.
 *
 * @param {import('knex').Knex} knex
 * @param {string[]} columns
 */
async function indexInfo(knex, columns) {
  await knex.raw('DROP INDEX segments_info_idx');
  await knex.schema.alterTable('segments', table => {
    table.index(columns, 'segments_info_idx');
  });
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('segments', table => {
    table
      .string('weights')
      .nullable()
      .comment('How long its statements took, where it is part of a ledger');
  });
  await indexInfo(knex, [...SEGMENT_INFO, 'weights']);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await indexInfo(knex, SEGMENT_INFO);
  await knex.raw('ALTER TABLE segments DROP COLUMN weights');
};
