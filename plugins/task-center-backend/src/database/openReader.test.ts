import createKnex, { Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { openReader } from './openReader';

const databases = createTestDatabases();

describe('openReader', () => {
  it('reads a file of SQLite while somebody writes', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'task-center-reader-'));
    const opened: Knex[] = [];
    try {
      const knex = createKnex({
        client: 'better-sqlite3',
        connection: { filename: join(directory, 'own.sqlite') },
        useNullAsDefault: true,
      });
      opened.push(knex);
      await knex.schema.createTable('t', table => table.binary('data'));
      const reader = await openReader(knex);
      opened.push(reader);
      const count = async () =>
        Number((await reader('t').count({ n: '*' }).first())!.n);

      await knex.transaction(async transaction => {
        // More than SQLite keeps in memory of what is not committed.
        for (let n = 0; n < 20; n++) {
          await transaction('t').insert({ data: Buffer.alloc(1_000_000, n) });
        }
        expect(await count()).toBe(0);
      });
      expect(await count()).toBe(20);
      const [{ synchronous }] = await knex.raw('PRAGMA synchronous');
      expect(synchronous).toBe(2);
    } finally {
      await Promise.all(opened.map(knex => knex.destroy()));
      rmSync(directory, { recursive: true });
    }
  });

  it.each(databases.eachSupportedId())(
    'is the same with %p of the tests',
    async databaseId => {
      const knex = await databases.init(databaseId);
      expect(await openReader(knex)).toBe(knex);
    },
  );
});
