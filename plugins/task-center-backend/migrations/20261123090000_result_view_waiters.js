// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('result_views', table => {
    table.bigInteger('merged_rows').nullable().comment('Once it is merged');
    table.bigInteger('rows_to_merge').nullable();
  });
  await knex.schema.createTable('result_view_waiters', table => {
    table.comment('Who asked last for a view that is being made, and when');
    table
      .string('view_id', 16)
      .notNullable()
      .references('id')
      .inTable('result_views')
      .onDelete('CASCADE');
    table.string('caller').notNullable();
    table.bigInteger('asked_at').notNullable();
    table.primary(['view_id', 'caller']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('result_view_waiters');
  await knex.schema.alterTable('result_views', table => {
    table.dropColumn('rows_to_merge');
    table.dropColumn('merged_rows');
  });
};
