// @ts-check

const INDEX = 'tasks_search_idx';

/**
 * @param {import('knex').Knex} knex
 */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

/**
 * The schema of the extension, which an operator may have put anywhere, also where this role may not use it.
 *
 * @param {import('knex').Knex} knex
 * @returns {Promise<string | undefined>}
 */
async function findTrigramSchema(knex) {
  const { rows } = await knex.raw(
    `SELECT nspname AS schema FROM pg_extension
      JOIN pg_namespace ON pg_namespace.oid = extnamespace
      WHERE extname = 'pg_trgm'
        AND has_schema_privilege(pg_namespace.oid, 'USAGE')`,
  );
  return rows[0]?.schema;
}

/**
 * Where the extension can not be had, texts are searched without an index; the service says so when it starts.
 *
 * @param {import('knex').Knex} knex
 */
async function indexInPostgres(knex) {
  // Others of this database may want it, too; the schema of this plugin is the last choice.
  for (const where of ['SCHEMA public', '']) {
    if (!(await findTrigramSchema(knex))) {
      await knex
        .transaction(savepoint =>
          savepoint.raw(`CREATE EXTENSION IF NOT EXISTS pg_trgm ${where}`),
        )
        .catch(() => {});
    }
  }
  const schema = await findTrigramSchema(knex);
  // Rare texts are told from frequent ones by these figures.
  await knex.raw(`ALTER TABLE tasks ALTER COLUMN name SET STATISTICS 1000,
    ALTER COLUMN description SET STATISTICS 1000`);
  await knex.raw('ANALYZE tasks (name, description)');
  if (schema) {
    // What waited in the index's pending list would have to be gone through by every search.
    await knex.raw(
      `CREATE INDEX IF NOT EXISTS ${INDEX} ON tasks USING gin
        (name ??.gin_trgm_ops, description ??.gin_trgm_ops)
        WITH (fastupdate = off)`,
      [schema, schema],
    );
  }
}

/**
 * So that one or two letters at the end of a text begin a trigram, too, by which they can be found.
 *
 * @param {string} column
 */
function indexed(column) {
  return `${column} || char(1, 1)`;
}

/**
 * @param {import('knex').Knex} knex
 */
async function indexInSqlite(knex) {
  await knex.raw(`CREATE VIRTUAL TABLE task_search USING fts5(
    name, description, content = '', tokenize = 'trigram')`);
  await knex.raw(`CREATE VIRTUAL TABLE task_search_trigrams
    USING fts5vocab(task_search, instance)`);
  await knex.raw(`INSERT INTO task_search (rowid, name, description)
    SELECT rowid, ${indexed('name')}, ${indexed('description')}
    FROM tasks ORDER BY rowid`);
  await knex.raw(`INSERT INTO task_search (task_search) VALUES ('optimize')`);
  const insert = `INSERT INTO task_search (rowid, name, description)
    VALUES (NEW.rowid, ${indexed('NEW.name')}, ${indexed('NEW.description')});`;
  const remove = `INSERT INTO task_search (task_search, rowid, name, description)
    VALUES ('delete', OLD.rowid, ${indexed('OLD.name')},
      ${indexed('OLD.description')});`;
  await knex.raw(`CREATE TRIGGER tasks_search_insert AFTER INSERT ON tasks
    BEGIN ${insert} END`);
  await knex.raw(`CREATE TRIGGER tasks_search_delete AFTER DELETE ON tasks
    BEGIN ${remove} END`);
  await knex.raw(`CREATE TRIGGER tasks_search_update
    AFTER UPDATE OF name, description ON tasks
    BEGIN ${remove} ${insert} END`);
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await (isPostgres(knex) ? indexInPostgres(knex) : indexInSqlite(knex));
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (isPostgres(knex)) {
    // The extension stays: others may use it.
    await knex.raw(`DROP INDEX IF EXISTS ${INDEX}`);
    await knex.raw(`ALTER TABLE tasks ALTER COLUMN name SET STATISTICS -1,
      ALTER COLUMN description SET STATISTICS -1`);
    return;
  }
  await knex.raw('DROP TRIGGER tasks_search_update');
  await knex.raw('DROP TRIGGER tasks_search_delete');
  await knex.raw('DROP TRIGGER tasks_search_insert');
  await knex.raw('DROP TABLE IF EXISTS task_search_trigrams');
  await knex.raw('DROP TABLE task_search');
};
