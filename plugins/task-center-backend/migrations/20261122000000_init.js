// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('scripts', table => {
    table.comment(
      'SQL scripts; their text is the stream "script" of the same id',
    );
    table.string('id', 36).primary().comment('A UUID');
    table.bigInteger('bytes').notNullable().comment('Size in bytes of UTF-8');
    table.string('sha256', 64).notNullable().comment('Of the bytes, in hex');
    table.string('created_by').notNullable().comment('Entity ref of a user');
    table
      .bigInteger('created_at')
      .notNullable()
      .comment('When it arrived, in ms since 1970 UTC');
    table.index(['created_at'], 'scripts_created_at_idx');
  });

  await knex.schema.createTable('tasks', table => {
    table.comment('One row a task; times are ms since 1970 UTC');
    table.string('id', 36).primary().comment('A UUID');
    table.string('name').notNullable();
    table.text('description').nullable();
    table.string('connection').notNullable().comment('Id in the configuration');
    table
      .string('entity_ref')
      .notNullable()
      .comment('The entity that the connection was bound to at creation');
    table.string('engine').notNullable();
    table.string('status', 16).notNullable();
    table.string('created_by').notNullable().comment('Entity ref of a user');
    table.bigInteger('created_at').notNullable();
    table
      .bigInteger('started_at')
      .nullable()
      .comment('When the first statement was sent');
    table.bigInteger('finished_at').nullable();
    table.bigInteger('abort_requested_at').nullable();
    table.string('delimiter').notNullable();
    table.integer('result_limit').notNullable().comment('Rows per result set');
    table.string('error_handling', 16).notNullable();
    table.integer('execution_timeout_seconds').notNullable();
    table.integer('statement_timeout_seconds').nullable();
    // A script that a task uses cannot be removed, whoever comes first.
    table
      .string('script_id', 36)
      .notNullable()
      .references('id')
      .inTable('scripts');
    table.bigInteger('script_bytes').notNullable();
    table.string('script_sha256', 64).notNullable();
    table
      .integer('total_statements')
      .nullable()
      .comment('Unknown until the script has been read through');
    table.integer('succeeded_statements').notNullable().defaultTo(0);
    table.integer('failed_statements').notNullable().defaultTo(0);
    table.bigInteger('affected_rows').notNullable().defaultTo(0);
    table.integer('result_sets').notNullable().defaultTo(0);
    table.string('failure_code', 32).nullable();
    table.text('failure_message').nullable();
    table.integer('failure_statement').nullable();
    table
      .integer('attempt')
      .notNullable()
      .defaultTo(0)
      .comment('Counts who holds the task; every write of a run names it');
    table.string('worker_id').nullable().comment('The worker that holds it');
    table.bigInteger('lease_expires_at').nullable();
    table
      .integer('dispatched_through')
      .notNullable()
      .defaultTo(0)
      .comment('No statement behind this one can have been sent');
    table
      .string('server_session')
      .nullable()
      .comment('Finds the session on the database server again');
    table.index(['created_at', 'id'], 'tasks_created_at_idx');
    table.index(['status', 'created_at'], 'tasks_status_idx');
    table.index(['connection', 'status'], 'tasks_connection_idx');
    table.index(['created_by', 'created_at'], 'tasks_created_by_idx');
    table.index(['script_id'], 'tasks_script_idx');
  });

  await knex.schema.createTable('result_sets', table => {
    table.comment('What is known of a result set beside its rows');
    table
      .string('task_id', 36)
      .notNullable()
      .references('id')
      .inTable('tasks')
      .onDelete('CASCADE');
    table.integer('number').notNullable().comment('From 1 within the task');
    table.integer('statement').notNullable().comment('From 1');
    table.text('columns').notNullable().comment('JSON: [{name, type}]');
    table.bigInteger('row_count').notNullable();
    table.bigInteger('bytes').notNullable().comment('Size as CSV');
    table.bigInteger('crc32').notNullable().comment('Of the CSV');
    table.string('sha256', 64).nullable().comment('Of the CSV, once it ended');
    table.boolean('truncated').notNullable();
    table.boolean('partial').notNullable().comment('Cut off before its end');
    table.primary(['task_id', 'number']);
  });

  await knex.schema.createTable('segments', table => {
    table.comment('Parts of append-only streams: scripts, logs, ledgers, rows');
    table.string('owner_id', 36).notNullable().comment('A task or a script');
    table.string('stream', 64).notNullable();
    table.integer('number').notNullable().comment('From 0 within the stream');
    table
      .bigInteger('first_item')
      .notNullable()
      .comment('Position of its first item in the stream, from 0');
    table.integer('item_count').notNullable();
    table
      .text('kinds')
      .nullable()
      .comment('JSON: how many items of each kind, where items have kinds');
    table.integer('raw_bytes').notNullable().comment('Size when inflated');
    table
      .binary('data')
      .notNullable()
      .comment('Raw deflate, ended by a full flush');
    table.primary(['owner_id', 'stream', 'number']);
    table.index(['owner_id', 'stream', 'first_item'], 'segments_position_idx');
  });
  if (knex.client.config.client === 'pg') {
    // The data is compressed already: let PostgreSQL not try it again.
    await knex.raw(
      'ALTER TABLE segments ALTER COLUMN data SET STORAGE EXTERNAL',
    );
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('segments');
  await knex.schema.dropTable('result_sets');
  await knex.schema.dropTable('tasks');
  await knex.schema.dropTable('scripts');
};
