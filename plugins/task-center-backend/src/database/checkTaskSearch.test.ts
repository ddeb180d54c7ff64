import { mockServices } from '@backstage/backend-test-utils';
import createKnex, { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertTask } from '../__testUtils__/insertTask';
import { checkTaskSearch } from './checkTaskSearch';
import { applyMigrations } from './openDatabase';

const databases = createTestDatabases();
const ids = databases.eachSupportedId().map(([id]) => id);
const inPostgres = ids.filter(id => id.startsWith('POSTGRES'));
const inSqlite = ids.filter(id => id.startsWith('SQLITE'));

describe.each(inSqlite)('the index of texts in %p', id => {
  it('is made anew where tasks have other rowids than before', async () => {
    const knex = await databases.init(id);
    const logger = mockServices.logger.mock();
    await applyMigrations(knex);
    await checkTaskSearch(knex, logger);
    for (const name of ['first', 'second', 'third']) {
      await insertTask(knex, { id: name, name });
    }
    await knex('tasks').where({ id: 'first' }).delete();
    await checkTaskSearch(knex, logger);
    expect(logger.info).not.toHaveBeenCalled();

    await knex.raw('UPDATE tasks SET rowid = rowid - 1');
    await checkTaskSearch(knex, logger);
    expect(logger.info).toHaveBeenCalledTimes(1);
    const found = await knex('tasks').whereRaw(
      `rowid IN (SELECT rowid FROM task_search('third'))`,
    );
    expect(found).toMatchObject([{ id: 'third' }]);
    await checkTaskSearch(knex, logger);
    expect(logger.info).toHaveBeenCalledTimes(1);

    const trigrams = () =>
      knex('task_search_trigrams').orderBy(['term', 'doc']);
    const renewed = await trigrams();
    await knex('tasks').update({ name: knex.raw('name') });
    expect(await trigrams()).toEqual(renewed);
    await knex('tasks').delete();
    expect(await trigrams()).toEqual([]);
  });
});

describe.each(inPostgres)('the index of texts in %p', id => {
  /** A schema of the plugin's own, and a role that may do nothing outside of it. */
  async function setUp() {
    const owner = await databases.init(id);
    const role = `plugin_${Math.random().toString(36).slice(2)}`;
    await owner.raw(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
    await owner.raw(`CREATE SCHEMA ${role} AUTHORIZATION ${role}`);
    const { connection } = owner.client.config;
    const knex = createKnex({
      client: 'pg',
      connection: { ...connection, user: role, password: 'secret' },
      searchPath: [role],
      pool: { min: 0, max: 2 },
    });
    const end = async () => {
      await knex.destroy();
      await owner.raw(`DROP OWNED BY ${role} CASCADE`);
      await owner.raw(`DROP ROLE ${role}`);
    };
    return { owner, knex, role, end };
  }

  const isIndexed = async (knex: Knex) =>
    (await knex.raw("SELECT to_regclass('tasks_search_idx') AS found")).rows[0]
      .found !== null;

  it('is missing where the extension can not be had, which the log says', async () => {
    const { knex, end } = await setUp();
    try {
      await applyMigrations(knex);
      expect(await isIndexed(knex)).toBe(false);

      const logger = mockServices.logger.mock();
      await checkTaskSearch(knex, logger);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('CREATE EXTENSION IF NOT EXISTS pg_trgm'),
      );
    } finally {
      await end();
    }
  });

  it('is missing where the extension may not be used, which keeps nothing else from working', async () => {
    const { owner, knex, end } = await setUp();
    try {
      await owner.raw('CREATE SCHEMA forbidden');
      await owner.raw('CREATE EXTENSION pg_trgm SCHEMA forbidden');
      await applyMigrations(knex);
      expect(await isIndexed(knex)).toBe(false);
    } finally {
      await end();
    }
  });

  it('is called missing when it was not finished', async () => {
    const knex = await databases.init(id);
    await applyMigrations(knex);
    const logger = mockServices.logger.mock();
    await checkTaskSearch(knex, logger);
    expect(logger.warn).not.toHaveBeenCalled();
    await knex.raw(`UPDATE pg_index SET indisvalid = false
      WHERE indexrelid = 'tasks_search_idx'::regclass`);
    await checkTaskSearch(knex, logger);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('is there where the extension is, in whatever schema', async () => {
    const { owner, knex, end } = await setUp();
    try {
      await owner.raw('CREATE SCHEMA "Elsewhere"');
      await owner.raw('GRANT USAGE ON SCHEMA "Elsewhere" TO PUBLIC');
      await owner.raw('CREATE EXTENSION pg_trgm SCHEMA "Elsewhere"');
      await applyMigrations(knex);
      expect(await isIndexed(knex)).toBe(true);

      const logger = mockServices.logger.mock();
      await checkTaskSearch(knex, logger);
      expect(logger.warn).not.toHaveBeenCalled();
    } finally {
      await end();
    }
  });
});
