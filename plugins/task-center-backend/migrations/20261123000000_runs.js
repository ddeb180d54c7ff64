// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('tasks', table => {
    table
      .string('transaction_mode', 16)
      .notNullable()
      .defaultTo('statement')
      .comment('Whether statements commit one by one or all together');
    table
      .integer('first_statement')
      .notNullable()
      .defaultTo(1)
      .comment('Where a task begins that goes on with another one');
    // Without a foreign key: the record of a task outlives the one that it came from.
    table.string('resumes_task_id', 36).nullable();
    table.string('copy_of_task_id', 36).nullable();
    table
      .string('abort_progress', 16)
      .nullable()
      .comment('How far the ending of a task that is to be aborted has come');
    table
      .integer('rolled_back_statements')
      .notNullable()
      .defaultTo(0)
      .comment('Succeeded, and undone with their transaction afterwards');
    table
      .integer('undone_ranges')
      .notNullable()
      .defaultTo(0)
      .comment('How many items the stream "undone" has');
    table.index(['resumes_task_id'], 'tasks_resumes_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('tasks', table => {
    table.dropIndex(['resumes_task_id'], 'tasks_resumes_idx');
    table.dropColumns(
      'transaction_mode',
      'first_statement',
      'resumes_task_id',
      'copy_of_task_id',
      'abort_progress',
      'rolled_back_statements',
      'undone_ranges',
    );
  });
};
