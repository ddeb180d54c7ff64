// @ts-check

const COUNTED = ['connection', 'entity_ref', 'engine', 'created_by', 'status'];

/**
 * One for each order of the list, with all that it is filtered by, so that tasks that do not match are passed over without
 * a look at their rows. Behind each other come the newest ones first, whichever way the list is sorted.
 *
 * @type {Record<string, string>}
 */
const LIST_INDEXES = {
  tasks_created_at_idx: '(created_at, id, connection, status, created_by)',
  tasks_name_idx:
    '(name, created_at DESC, id DESC, connection, status, created_by)',
  tasks_status_idx:
    '(status, created_at DESC, id DESC, connection, created_by)',
  tasks_status_desc_idx:
    '(status DESC, created_at DESC, id DESC, connection, created_by)',
  tasks_connection_idx:
    '(connection, created_at DESC, id DESC, status, created_by)',
  tasks_connection_desc_idx:
    '(connection DESC, created_at DESC, id DESC, status, created_by)',
  tasks_created_by_idx:
    '(created_by, created_at DESC, id DESC, connection, status)',
  tasks_created_by_desc_idx:
    '(created_by DESC, created_at DESC, id DESC, connection, status)',
};

/**
 * What has been there for long enough to be removed.
 *
 * @type {Record<string, string>}
 */
const RETENTION_INDEXES = {
  tasks_finished_at_idx: '(finished_at)',
  tasks_with_results_idx: '(finished_at) WHERE result_sets > 0',
};

/** @type {Record<string, string>} */
const OLD_INDEXES = {
  tasks_created_at_idx: '(created_at, id)',
  tasks_status_idx: '(status, created_at)',
  tasks_connection_idx: '(connection, status)',
  tasks_created_by_idx: '(created_by, created_at)',
};

/**
 * @param {import('knex').Knex} knex
 */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

/**
 * @param {import('knex').Knex} knex
 * @param {Record<string, string>} before
 * @param {Record<string, string>} after
 */
async function replaceIndexes(knex, before, after) {
  for (const name of Object.keys(before)) {
    await knex.raw(`DROP INDEX ${name}`);
  }
  for (const [name, columns] of Object.entries(after)) {
    await knex.raw(`CREATE INDEX ${name} ON tasks ${columns}`);
  }
}

/**
 * @param {'NEW' | 'OLD'} row
 * @param {1 | -1} change
 */
function countOne(row, change) {
  const values = COUNTED.map(column => `${row}.${column}`).join(', ');
  return `INSERT INTO task_counts (${COUNTED.join(', ')}, tasks)
    VALUES (${values}, ${change});`;
}

/**
 * @param {import('knex').Knex} knex
 */
async function countInPostgres(knex) {
  await knex.raw(`CREATE FUNCTION task_center_count() RETURNS trigger AS $$
    BEGIN
      IF TG_OP <> 'INSERT' THEN ${countOne('OLD', -1)} END IF;
      IF TG_OP <> 'DELETE' THEN ${countOne('NEW', 1)} END IF;
      RETURN NULL;
    END $$ LANGUAGE plpgsql SET search_path FROM CURRENT`);
  await knex.raw(`CREATE TRIGGER tasks_count AFTER INSERT OR DELETE ON tasks
    FOR EACH ROW EXECUTE FUNCTION task_center_count()`);
  await knex.raw(`CREATE TRIGGER tasks_recount AFTER UPDATE ON tasks
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION task_center_count()`);
}

/**
 * @param {import('knex').Knex} knex
 */
async function countInSqlite(knex) {
  await knex.raw(`CREATE TRIGGER tasks_count_insert AFTER INSERT ON tasks
    BEGIN ${countOne('NEW', 1)} END`);
  await knex.raw(`CREATE TRIGGER tasks_count_delete AFTER DELETE ON tasks
    BEGIN ${countOne('OLD', -1)} END`);
  await knex.raw(`CREATE TRIGGER tasks_recount AFTER UPDATE OF status ON tasks
    WHEN OLD.status IS NOT NEW.status
    BEGIN ${countOne('OLD', -1)} ${countOne('NEW', 1)} END`);
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('task_counts', table => {
    table.comment(
      'How many tasks there are of each kind: the sum of its rows. Every change of a task adds rows; now and then they are summed up',
    );
    for (const column of COUNTED) {
      table.string(column).notNullable();
    }
    table.integer('tasks').notNullable().comment('Negative for those that go');
  });
  await (isPostgres(knex) ? countInPostgres(knex) : countInSqlite(knex));
  const counted = COUNTED.join(', ');
  await knex.raw(`INSERT INTO task_counts (${counted}, tasks)
    SELECT ${counted}, count(*) FROM tasks GROUP BY ${counted}`);
  await replaceIndexes(knex, OLD_INDEXES, {
    ...LIST_INDEXES,
    ...RETENTION_INDEXES,
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await replaceIndexes(
    knex,
    { ...LIST_INDEXES, ...RETENTION_INDEXES },
    OLD_INDEXES,
  );
  if (isPostgres(knex)) {
    await knex.raw('DROP TRIGGER tasks_recount ON tasks');
    await knex.raw('DROP TRIGGER tasks_count ON tasks');
    await knex.raw('DROP FUNCTION task_center_count');
  } else {
    await knex.raw('DROP TRIGGER tasks_recount');
    await knex.raw('DROP TRIGGER tasks_count_delete');
    await knex.raw('DROP TRIGGER tasks_count_insert');
  }
  await knex.schema.dropTable('task_counts');
};
