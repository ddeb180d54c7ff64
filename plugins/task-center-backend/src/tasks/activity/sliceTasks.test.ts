import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { insertTask } from '../../__testUtils__/insertTask';
import { applyMigrations } from '../../database';
import { countTasks } from '../list';
import { sliceTasks } from './sliceTasks';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('parts of a time in %p', id => {
  it('have few tasks, where counting them would hold up the backend, and all of them once', async () => {
    const knex = await databases.init(id);
    await applyMigrations(knex);
    const task = await insertTask(knex, { id: 'first', created_at: 999 });
    const times = Array.from({ length: 12_000 }, (_, n) =>
      // A third of them at once.
      n < 4_000 ? 2_000 : 1_000 + (n % 2_000),
    );
    await knex.batchInsert(
      'tasks',
      times.map((time, n) => ({ ...task, id: `t${n}`, created_at: time })),
      200,
    );

    const counts: number[] = [];
    let edge = 1_000;
    const time = { createdAfter: 1_000, createdBefore: 3_000 };
    for await (const slice of sliceTasks(knex, time)) {
      expect(slice.createdAfter).toBe(edge);
      edge = slice.createdBefore!;
      counts.push(await countTasks(knex, slice));
    }
    expect(edge).toBe(3_000);
    expect(counts.reduce((a, b) => a + b)).toBe(12_000);
    expect(Math.max(...counts)).toBeLessThanOrEqual(
      id.startsWith('POSTGRES') ? 12_000 : 5_000,
    );
  });
});
