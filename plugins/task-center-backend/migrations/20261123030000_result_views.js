// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('result_views', table => {
    table.comment(
      'Filtered and sorted result sets; their rows are the stream "view/<id>/<attempt>/rows" of the task',
    );
    table.string('id', 16).primary().comment('Random, in hex');
    table
      .string('task_id', 36)
      .notNullable()
      .references('id')
      .inTable('tasks')
      .onDelete('CASCADE');
    table.integer('result_set').notNullable().comment('From 1 in the task');
    table.text('spec').notNullable().comment('JSON: {filters, sort}');
    table.string('spec_hash', 64).notNullable().comment('SHA-256 of it');
    table.string('state', 16).notNullable().comment('building, ready, failed');
    table.bigInteger('scanned_rows').notNullable().defaultTo(0);
    table.bigInteger('row_count').nullable().comment('Once it is ready');
    table.text('message').nullable().comment('Why it could not be made');
    table
      .integer('attempt')
      .notNullable()
      .defaultTo(0)
      .comment('Counts who builds it; every write of a build names it');
    table.string('builder_id').nullable().comment('The backend that builds it');
    table.bigInteger('lease_expires_at').nullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('used_at').notNullable().comment('Last asked for');
    table.unique(['task_id', 'result_set', 'spec_hash'], {
      indexName: 'result_views_spec_idx',
    });
    table.index(['used_at'], 'result_views_used_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('result_views');
};
