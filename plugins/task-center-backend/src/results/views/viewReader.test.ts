import createKnex, { Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReader } from '../../database';
import { createViewsTest } from './__testUtils__/createViewsTest';

const WITH_A = { filters: [{ operator: 'contains' as const, value: 'a' }] };

describe('reading a view in a file of SQLite', () => {
  const directory = mkdtempSync(join(tmpdir(), 'task-center-views-'));
  const opened: Knex[] = [];

  afterAll(async () => {
    await Promise.all(opened.map(knex => knex.destroy()));
    rmSync(directory, { recursive: true });
  });

  it('does not wait for those who write, and is noted after them', async () => {
    const knex = createKnex({
      client: 'better-sqlite3',
      connection: { filename: join(directory, 'own.sqlite') },
      useNullAsDefault: true,
      acquireConnectionTimeout: 2_000,
    });
    opened.push(knex);
    const reader = await openReader(knex);
    opened.push(reader);
    const test = await createViewsTest(knex, reader);
    const result = await test.putResult(
      [{ name: 'name', type: 'TEXT' }],
      [['ada'], ['bob']],
    );
    const views = test.createViews();
    const { id } = (await views.create(result, WITH_A)).view;
    await test.ended(views, result, id);
    await knex('result_views').update({ used_at: 1 });
    const usedAt = async () => {
      const row = await reader('result_views').first('used_at');
      return Number(row!.used_at);
    };

    await knex.transaction(async transaction => {
      await transaction('result_views').update({ scanned_rows: 7 });
      for (let n = 0; n < 3; n++) {
        expect(await views.rowsOf(result, id)).toMatchObject({ rowCount: 1 });
        expect(await views.get(result, id)).toMatchObject({ scannedRows: 2 });
      }
      expect(await usedAt()).toBe(1);
    });

    while ((await usedAt()) === 1) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    expect(await views.get(result, id)).toMatchObject({ scannedRows: 7 });
  });
});
