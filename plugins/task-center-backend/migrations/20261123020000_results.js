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

const ADDED = {
  segments: ['data_bytes', 'object_key', 'object_offset'],
  result_sets: ['stored_bytes', 'truncated_by'],
  tasks: [
    'result_bytes',
    'stored_result_bytes',
    'truncated_result_sets',
    'results_kept_until',
    'results_removed_at',
    'results_removed_by',
  ],
};

/**
 * @param {import('knex').Knex} knex
 */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('segments', table => {
    table.integer('data_bytes').nullable().comment('Size of the data');
    table
      .string('object_key')
      .nullable()
      .comment('The object that holds the data, which is empty here then');
    table
      .integer('object_offset')
      .nullable()
      .comment('Where the data begins in the object');
  });
  await knex('segments').update({ data_bytes: knex.raw('length(data)') });
  if (isPostgres(knex)) {
    // Also for backends of the version before, which may still run while others are upgraded.
    await knex.raw(`CREATE FUNCTION task_center_data_bytes() RETURNS trigger AS $$
      BEGIN
        IF NEW.object_key IS NULL THEN
          NEW.data_bytes := length(NEW.data);
        END IF;
        RETURN NEW;
      END $$ LANGUAGE plpgsql`);
    await knex.raw(`CREATE TRIGGER segments_data_bytes
      BEFORE INSERT OR UPDATE ON segments
      FOR EACH ROW EXECUTE FUNCTION task_center_data_bytes()`);
    await knex.raw('ALTER TABLE segments ALTER COLUMN data_bytes SET NOT NULL');
  }
  await knex.schema.alterTable('segments', table => {
    // All that is read of segments without their data: SQLite would read through the data to what stands behind it.
    table.index(SEGMENT_INFO, 'segments_info_idx');
  });

  await knex.schema.alterTable('result_sets', table => {
    table
      .bigInteger('stored_bytes')
      .notNullable()
      .defaultTo(0)
      .comment('Size of its segments');
    table
      .string('truncated_by', 16)
      .nullable()
      .comment('The limit that cut it off');
  });
  await knex('result_sets').update({
    stored_bytes: knex.raw(
      `coalesce((SELECT sum(data_bytes) FROM segments
        WHERE owner_id = task_id AND stream = 'result/' || result_sets.number), 0)`,
    ),
  });

  await knex.schema.alterTable('tasks', table => {
    table
      .bigInteger('result_bytes')
      .notNullable()
      .defaultTo(0)
      .comment('Size of all result sets as CSV');
    table
      .bigInteger('stored_result_bytes')
      .notNullable()
      .defaultTo(0)
      .comment('Size of the segments of all result sets');
    table
      .integer('truncated_result_sets')
      .notNullable()
      .defaultTo(0)
      .comment('How many a limit cut off');
    table
      .bigInteger('results_kept_until')
      .nullable()
      .comment('Set when somebody wants them for longer than is usual');
    table.bigInteger('results_removed_at').nullable();
    table.string('results_removed_by', 16).nullable();
    table.index(
      ['created_by', 'stored_result_bytes'],
      'tasks_stored_result_bytes_idx',
      { predicate: knex.whereRaw('stored_result_bytes > 0') },
    );
  });
  const ofTask = (/** @type {string} */ column) =>
    knex.raw(
      'coalesce((SELECT sum(??) FROM result_sets WHERE task_id = tasks.id), 0)',
      [column],
    );
  await knex('tasks')
    .where('result_sets', '>', 0)
    .update({
      result_bytes: ofTask('bytes'),
      stored_result_bytes: ofTask('stored_bytes'),
      truncated_result_sets: knex('result_sets')
        .count()
        .whereRaw('task_id = tasks.id')
        .where('truncated', true),
    });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (await knex('segments').whereNotNull('object_key').first('object_key')) {
    throw new Error(
      'There are segments in object storage. Have them moved back first: set taskCenter.storage.segments to database.',
    );
  }
  if (isPostgres(knex)) {
    await knex.raw('DROP TRIGGER segments_data_bytes ON segments');
    await knex.raw('DROP FUNCTION task_center_data_bytes');
  }
  await knex.raw('DROP INDEX tasks_stored_result_bytes_idx');
  await knex.raw('DROP INDEX segments_info_idx');
  // Knex would make tables of SQLite anew, and what refers to their rows would be removed with the old ones.
  for (const [table, columns] of Object.entries(ADDED)) {
    for (const column of columns) {
      await knex.raw('ALTER TABLE ?? DROP COLUMN ??', [table, column]);
    }
  }
};
