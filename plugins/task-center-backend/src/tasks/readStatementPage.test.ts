import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertTask } from '../__testUtils__/insertTask';
import { applyMigrations } from '../database';
import { ResultSetStore } from '../results';
import { RunRecord } from '../run';
import { DatabaseSegmentStore, SegmentStore } from '../streams';
import { readStatementPage } from './readStatementPage';

const databases = createTestDatabases();

describe('readStatementPage', () => {
  it('shows each statement once while the task goes on', async () => {
    const knex = await databases.init('SQLITE_3');
    await applyMigrations(knex);
    const segments = DatabaseSegmentStore.create(knex);
    const task = await insertTask(knex, { id: 'a-task', attempt: 1 });
    const record = RunRecord.create({
      knex,
      segments,
      resultSetStore: ResultSetStore.create(knex),
      task,
    });
    const succeed = (count: number) => {
      for (let n = 0; n < count; n++) {
        record.addOutcome({ state: 'succeeded', at: 1, ms: 1 });
      }
    };
    for (let line = 1; line <= 40; line++) {
      record.addStatement({ line, text: `SELECT ${line}` });
    }
    succeed(5);
    await record.save({
      status: 'running',
      total_statements: 40,
      dispatched_through: 40,
    });
    const row = await knex('tasks').first();
    // Ten more succeed between the count and the reading of the page.
    const growing: SegmentStore = Object.create(segments, {
      locate: {
        value: async (...args: Parameters<SegmentStore['locate']>) => {
          if (args[0].stream === 'ledger') {
            succeed(10);
            await record.save();
          }
          return segments.locate(...args);
        },
      },
    });

    const page = await readStatementPage(growing, row, {
      offset: 0,
      limit: 30,
    });

    expect(page.items.map(statement => statement.index)).toEqual(
      Array.from({ length: 30 }, (_, n) => n + 1),
    );
    expect(page.items.map(statement => statement.state)).toEqual([
      ...Array(5).fill('succeeded'),
      'running',
      ...Array(24).fill('pending'),
    ]);
  });
});
