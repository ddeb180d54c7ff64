import createKnex, { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { applyMigrations, MIGRATIONS } from './openDatabase';

const databases = createTestDatabases();
const inPostgres = databases
  .eachSupportedId()
  .filter(([id]) => id.startsWith('POSTGRES'));

describe.each(inPostgres)('migrations of several backends in %p', id => {
  it('are applied once when these start at the same time', async () => {
    const knex = await databases.init(id);
    const others = [1, 2, 3].map(() => createKnex(knex.client.config));
    try {
      await Promise.all(others.map(applyMigrations));
      await applyMigrations(knex);
      expect(await knex('knex_migrations_lock')).toHaveLength(1);
    } finally {
      await Promise.all(others.map(other => other.destroy()));
    }
  });
});

describe.each(databases.eachSupportedId())('migrations in %p', databaseId => {
  async function setUp() {
    const knex = await databases.init(databaseId);
    const up = () => knex.migrate.up(MIGRATIONS);
    await up();
    await up();
    await up();
    return { knex, up };
  }

  it('count the results that there were before', async () => {
    const { knex, up } = await setUp();
    await insertOldTask(knex);
    await up();

    const [task] = await knex('tasks');
    const figures = [
      task.result_bytes,
      task.stored_result_bytes,
      task.truncated_result_sets,
    ];
    expect(figures.map(Number)).toEqual([30, 7, 1]);
    const sets = await knex('result_sets').orderBy('number');
    expect(sets.map(set => Number(set.stored_bytes))).toEqual([5, 2]);
    const segments = await knex('segments').orderBy(['stream', 'number']);
    expect(segments.map(segment => segment.data_bytes)).toEqual([1, 3, 2, 2]);
  });

  it('take what backends of the version before store, where there are several', async () => {
    const knex = await databases.init(databaseId);
    await applyMigrations(knex);
    await knex('segments')
      .insert(oldSegment('result/1', 0, 'abc'))
      .onConflict(['owner_id', 'stream', 'number'])
      .merge();
    await knex('segments')
      .insert(oldSegment('result/1', 0, 'abcdef'))
      .onConflict(['owner_id', 'stream', 'number'])
      .merge();
    const [{ data_bytes: bytes }] = await knex('segments');
    expect(bytes).toBe(databaseId.startsWith('POSTGRES') ? 6 : null);
  });

  it('keep all rows when they are taken back', async () => {
    const { knex } = await setUp();
    await insertOldTask(knex);
    await applyMigrations(knex);
    await knex('tasks').update({ stored_result_bytes: 7 });
    while (await knex.schema.hasColumn('tasks', 'result_bytes')) {
      await knex.migrate.down(MIGRATIONS);
    }
    expect(await knex('result_sets')).toHaveLength(2);
    expect(await knex('segments')).toHaveLength(4);
  });

  it('count the tasks that there are, also those that changed while the migration was taken back', async () => {
    const { knex } = await setUp();
    await insertOldTask(knex);
    await applyMigrations(knex);
    const counts = () => knex('task_counts').select('status', 'tasks');
    expect(await counts()).toEqual([{ status: 'completed', tasks: 1 }]);

    while (await knex.schema.hasTable('task_counts')) {
      await knex.migrate.down(MIGRATIONS);
    }
    await knex('tasks').update({ status: 'failed' });
    await applyMigrations(knex);
    expect(await counts()).toEqual([{ status: 'failed', tasks: 1 }]);
  });

  it('index the texts of the tasks that there are, also those that changed while the migration was taken back', async () => {
    const { knex } = await setUp();
    await insertOldTask(knex);
    const isIndexed = async () =>
      databaseId.startsWith('POSTGRES')
        ? (await knex.raw("SELECT to_regclass('tasks_search_idx') AS found"))
            .rows[0].found !== null
        : knex.schema.hasTable('task_search');
    const tasksWith = async (text: string) =>
      databaseId.startsWith('POSTGRES')
        ? knex('tasks').whereILike('name', `%${text}%`)
        : knex('task_search').whereRaw('task_search MATCH ?', [text]);
    await knex('tasks').update({ name: 'Old tasks' });
    await applyMigrations(knex);
    expect(await isIndexed()).toBe(true);
    expect(await tasksWith('old')).toHaveLength(1);

    while (await isIndexed()) {
      await knex.migrate.down(MIGRATIONS);
    }
    await knex('tasks').update({ name: 'New tasks' });
    await applyMigrations(knex);
    expect(await isIndexed()).toBe(true);
    expect(await tasksWith('old')).toHaveLength(0);
    expect(await tasksWith('new')).toHaveLength(1);
  });

  it('can be taken back', async () => {
    const { knex } = await setUp();
    await applyMigrations(knex);
    await knex.migrate.rollback(MIGRATIONS, true);
    for (const table of ['tasks', 'segments', 'result_sets', 'scripts']) {
      expect(await knex.schema.hasTable(table)).toBe(false);
    }
  });
});

async function insertOldTask(knex: Knex): Promise<void> {
  await knex('scripts').insert({
    ...{ id: 's', bytes: 1, sha256: 'x', created_by: 'ada', created_at: 1 },
  });
  await knex('tasks').insert({
    ...{ id: 't', name: 'T', connection: 'c', entity_ref: 'e', engine: 'x' },
    ...{ status: 'completed', created_by: 'ada', created_at: 1 },
    ...{ delimiter: ';', result_limit: 1, error_handling: 'abort' },
    ...{ execution_timeout_seconds: 1, script_id: 's', script_bytes: 1 },
    ...{ script_sha256: 'x', result_sets: 2 },
  });
  const set = { task_id: 't', statement: 1, columns: '[]', row_count: 1 };
  await knex('result_sets').insert([
    { ...set, number: 1, bytes: 10, crc32: 0, truncated: true, partial: false },
    {
      ...set,
      number: 2,
      bytes: 20,
      crc32: 0,
      truncated: false,
      partial: false,
    },
  ]);
  await knex('segments').insert([
    oldSegment('log', 0, 'x'),
    oldSegment('result/1', 0, 'abc'),
    oldSegment('result/1', 1, 'de'),
    oldSegment('result/2', 0, 'fg'),
  ]);
}

function oldSegment(stream: string, number: number, data: string) {
  return {
    ...{ owner_id: 't', stream, number, data: Buffer.from(data) },
    ...{ first_item: number, item_count: 1, raw_bytes: 9 },
  };
}
