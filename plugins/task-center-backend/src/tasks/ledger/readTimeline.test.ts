import { TestDatabaseId } from '@backstage/backend-test-utils';
import { TimelineBucket } from 'backstage-plugin-task-center-common';
import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { insertTask } from '../../__testUtils__/insertTask';
import { applyMigrations } from '../../database';
import { ResultSetStore } from '../../results';
import { RunRecord, StoredOutcome } from '../../run';
import { DatabaseSegmentStore } from '../../streams';
import { gatherSpans } from './gatherSpans';
import { readTimeline } from './readTimeline';
import { LedgerModel } from './__testUtils__/LedgerModel';
import { ReadCounter } from './__testUtils__/ReadCounter';

const databases = createTestDatabases();
jest.setTimeout(120_000);

const SLOWEST = 5;

function msOf(n: number): number {
  return n % 9_973 === 17 ? n : 1 + (n % 7) / 4;
}

function stateOf(n: number): StoredOutcome['state'] {
  return n % 5_000 === 4_321 ? 'failed' : 'succeeded';
}

describe.each(databases.eachSupportedId())('readTimeline in %p', databaseId => {
  it('shows each of a few statements', async () => {
    const { timeline } = await setUp(databaseId, { total: 40, known: 30 });
    const found = await timeline();
    expect(found).toMatchObject({ firstStatement: 3, lastStatement: 42 });
    expect(found.buckets).toEqual(
      numbers(3, 32).map(n => ({
        ...{ from: n, to: n, durationMs: msOf(n) },
        ...{ slowest: n, slowestMs: msOf(n), failed: 0, ended: 0 },
        rolledBack: 0,
      })),
    );
    expect(found.slowest[0]).toMatchObject({
      ...{ index: 17, line: 15, text: 'SELECT 17' },
      ...{ durationMs: 17, state: 'succeeded' },
    });
    expect(found.slowest).toHaveLength(5);
  });

  it('gathers the statements of a large ledger without reading them', async () => {
    const size = { total: 90_000, known: 60_000 };
    const { timeline, reads, knex } = await setUp(databaseId, size);
    const sent = numbers(3, 60_002);
    const found = await timeline();
    const read = reads.of('ledger');
    expect(new Set(read).size).toBeLessThanOrEqual(5);

    expectToCover(found.buckets, sent);
    // All but a third of the script was run.
    expect(found.buckets.length).toBeGreaterThan(20);
    expect(found.buckets.length).toBeLessThanOrEqual(80);
    const slowest = sent.sort((a, b) => msOf(b) - msOf(a)).slice(0, 5);
    expect(found.slowest.map(({ index }) => index)).toEqual(slowest);
    expect(found.durationMs).toBeCloseTo(sum(sent.map(msOf)), 3);

    // What was stored before there were weights has to be read.
    await knex('segments').update({ weights: null });
    const older = await timeline();
    expectToCover(older.buckets, sent);
    expect(older.buckets.map(placeOf)).toEqual(found.buckets.map(placeOf));
    expect(older.slowest).toEqual(found.slowest);
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'says what was undone of ledger no. %p',
    async seed => {
      const knex = await databases.init(databaseId);
      await applyMigrations(knex);
      const reads = ReadCounter.create(DatabaseSegmentStore.create(knex));
      const model = LedgerModel.random(seed);
      const task = await model.store(knex, reads.store);
      const countIn = ({ from, to }: TimelineBucket, states: string[]) =>
        numbers(from, to).filter(n => states.includes(model.state(n))).length;
      for (const buckets of [1, 7, 120]) {
        reads.reset();
        const found = await readTimeline(reads.store, task, { buckets });
        // Those of the slowest to find them and to show them, and two for each end of a bucket.
        const most = 2 * SLOWEST + 2 * (found.buckets.length - 1);
        expect(reads.of('ledger').length).toBeLessThanOrEqual(most);
        expect(found.buckets.length).toBeLessThanOrEqual(buckets);
        for (const bucket of found.buckets) {
          expect(bucket).toMatchObject({
            failed: countIn(bucket, ['failed']),
            ended: countIn(bucket, ['aborted', 'unknown']),
            rolledBack: countIn(bucket, ['rolled-back']),
          });
        }
        expect(found.slowest.map(({ state }) => state)).toEqual(
          found.slowest.map(({ index }) => model.state(index)),
        );
      }
    },
  );

  it('says what was undone of a few statements', async () => {
    const knex = await databases.init(databaseId);
    await applyMigrations(knex);
    const segments = DatabaseSegmentStore.create(knex);
    const model = LedgerModel.create({
      ...{ total: 30, first: 4, known: 20 },
      stateOf: n => (n === 9 ? 'failed' : 'succeeded'),
      undone: [
        { from: 6, to: 10, state: 'rolled-back' },
        { from: 12, to: 13, state: 'unknown' },
      ],
    });
    const task = await model.store(knex, segments);
    const { buckets } = await readTimeline(segments, task, { buckets: 120 });
    expect(
      buckets.map(({ from, ...bucket }) => ({
        ...{ from, failed: bucket.failed },
        ...{ ended: bucket.ended, rolledBack: bucket.rolledBack },
      })),
    ).toEqual(
      numbers(4, 20).map(from => ({
        from,
        failed: from === 9 ? 1 : 0,
        ended: [12, 13].includes(from) ? 1 : 0,
        rolledBack: [6, 7, 8, 10].includes(from) ? 1 : 0,
      })),
    );
  });

  it('has nothing to show of a task that has not begun', async () => {
    const { timeline } = await setUp(databaseId, { total: 0, known: 0 });
    expect(await timeline()).toEqual({
      ...{ firstStatement: 3, durationMs: 0, buckets: [], slowest: [] },
    });
  });
});

describe('gatherSpans', () => {
  it('moves no bucket when more is run', () => {
    const script = { first: 3, total: 1_000, buckets: 20 };
    let from = 3;
    const spans = [30, 70, 120, 1, 49, 200, 10, 10, 300].map(length => {
      const to = from + length - 1;
      const span: TimelineBucket = {
        ...{ from, to, durationMs: 1, slowest: from, slowestMs: 1 },
        ...{ failed: 0, ended: 0, rolledBack: 0 },
      };
      from += length;
      return span;
    });
    const all = gatherSpans(spans, script);
    expect(all.length).toBeLessThan(spans.length);
    for (let length = 1; length < spans.length; length++) {
      const some = gatherSpans(spans.slice(0, length), script);
      expect(some.map(bucket => bucket.from)).toEqual(
        all.slice(0, some.length).map(bucket => bucket.from),
      );
      expect(some.slice(0, -1)).toEqual(all.slice(0, some.length - 1));
    }
  });
});

async function setUp(
  databaseId: TestDatabaseId,
  { total, known }: { total: number; known: number },
) {
  const knex = await databases.init(databaseId);
  await applyMigrations(knex);
  const reads = ReadCounter.create(DatabaseSegmentStore.create(knex));
  const task = await insertTask(knex, {
    ...{ id: 'a-task', attempt: 1, first_statement: 3 },
  });
  const record = RunRecord.create({
    ...{ knex, segments: reads.store, task },
    resultSetStore: ResultSetStore.create(knex),
  });
  for (let n = 1; n <= total + 2; n++) {
    record.addStatement({ line: n - 2, text: `SELECT ${n}` });
  }
  for (let n = 3; n < known + 3; n++) {
    const error = stateOf(n) === 'failed' ? { message: 'No' } : undefined;
    record.addOutcome({ state: stateOf(n), at: 1, ms: msOf(n), error });
    await record.makeRoom();
  }
  await record.save({
    total_statements: total ? total + 2 : undefined,
    dispatched_through: known + 2,
  });
  reads.reset();
  const timeline = async () =>
    readTimeline(reads.store, await knex('tasks').first(), { buckets: 120 });
  return { knex, reads, timeline };
}

/** Compares buckets with the statements one by one. */
function expectToCover(buckets: TimelineBucket[], statements: number[]): void {
  let next = Math.min(...statements);
  for (const bucket of buckets) {
    const inside = numbers(bucket.from, bucket.to);
    expect(bucket.from).toBe(next);
    expect(bucket.durationMs).toBeCloseTo(sum(inside.map(msOf)), 3);
    expect(bucket.slowestMs).toBe(Math.max(...inside.map(msOf)));
    expect(msOf(bucket.slowest)).toBe(bucket.slowestMs);
    expect(bucket.failed).toBe(
      inside.filter(n => stateOf(n) === 'failed').length,
    );
    next = bucket.to + 1;
  }
  expect(next).toBe(Math.max(...statements) + 1);
}

function placeOf({ from, to, slowest, failed, ended }: TimelineBucket) {
  return { from, to, slowest, failed, ended };
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
