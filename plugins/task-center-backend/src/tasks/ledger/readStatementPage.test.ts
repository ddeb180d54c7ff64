import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { insertTask } from '../../__testUtils__/insertTask';
import { applyMigrations } from '../../database';
import { ResultSetStore } from '../../results';
import { RunRecord } from '../../run';
import { DatabaseSegmentStore, SegmentStore } from '../../streams';
import { readStatementPage } from './readStatementPage';
import { LedgerModel } from './__testUtils__/LedgerModel';
import { ReadCounter } from './__testUtils__/ReadCounter';

const databases = createTestDatabases();
jest.setTimeout(120_000);

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

  it('reads of 1,000,000 statements only what a page needs', async () => {
    const knex = await databases.init('SQLITE_3');
    await applyMigrations(knex);
    const reads = ReadCounter.create(DatabaseSegmentStore.create(knex));
    const ledger = LedgerModel.create({
      total: 1_000_000,
      known: 990_000,
      stateOf: n => (n % 100_000 === 99_999 ? 'failed' : 'succeeded'),
      undone: [
        { from: 250_001, to: 250_050, state: 'rolled-back' },
        { from: 400_000, to: 700_000, state: 'rolled-back' },
        { from: 950_000, to: 989_990, state: 'unknown' },
      ],
    });
    const row = await ledger.store(knex, reads.store);

    for (const states of [
      undefined,
      ['succeeded'],
      ['rolled-back'],
      ['failed'],
      ['unknown', 'skipped'],
      ['succeeded', 'rolled-back'],
    ] as const) {
      const options = { states: states && [...states], limit: 100 };
      const matching = ledger.matching(options.states);
      for (const part of [0, 0.25, 0.4, 0.7, 0.989_95, 0.999_99, 1]) {
        const offset = Math.floor(part * matching.length);
        reads.reset();

        const page = await readStatementPage(reads.store, row, {
          ...options,
          offset,
        });

        const expected = matching.slice(offset, offset + 100);
        expect(page.totalItems).toBe(matching.length);
        expect(page.items.map(({ index, state }) => [index, state])).toEqual(
          expected.map(index => [index, ledger.state(index)]),
        );
        const texts = await reads.holding('statements', expected);
        const outcomes = await reads.holding('ledger', expected);
        // Where a range begins or ends, one more tells how much of it lies before the page.
        const borders = states ? 1 : 0;
        expect(reads.of('statements')).toEqual(texts);
        expect(reads.of('undone').length).toBeLessThanOrEqual(1);
        expect(reads.of('ledger')).toEqual(expect.arrayContaining(outcomes));
        expect(reads.of('ledger').length).toBeLessThanOrEqual(
          outcomes.length + borders,
        );
      }
    }
  });

  it.each([1, 2, 3])(
    'agrees with a plain list, whatever was undone (%p)',
    async seed => {
      const knex = await databases.init('SQLITE_3');
      await applyMigrations(knex);
      const segments = DatabaseSegmentStore.create(knex);
      const ledger = LedgerModel.random(seed);
      const row = await ledger.store(knex, segments);

      for (const states of ledger.filters()) {
        const matching = ledger.matching(states);
        for (const part of [0, 0.3, 0.6, 0.9]) {
          const offset = Math.floor(part * matching.length);

          const page = await readStatementPage(segments, row, {
            states,
            offset,
            limit: 150,
          });

          expect(page.totalItems).toBe(matching.length);
          expect(page.items.map(({ index, state }) => [index, state])).toEqual(
            matching
              .slice(offset, offset + 150)
              .map(index => [index, ledger.state(index)]),
          );
        }
      }
    },
  );
});
