import { randomUUID } from 'node:crypto';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertTask } from '../__testUtils__/insertTask';
import { applyMigrations, TaskRow } from '../database';
import { ResultSetStore } from '../results';
import { DatabaseSegmentStore } from '../streams';
import { assessLoss } from './assessLoss';
import { RunRecord, StoredOutcome, StoredUndone } from './record';

const databases = createTestDatabases();

const done = (tx?: StoredOutcome['tx']): StoredOutcome => ({
  state: 'succeeded',
  at: 1,
  ms: 1,
  tx,
});
const open = (from: number, succeeded: number) => ({
  from,
  succeeded,
  affected: succeeded,
});

describe('assessLoss', () => {
  /** What is said of a task whose worker was lost behind these outcomes. */
  async function assess(options: {
    script: string[];
    outcomes: StoredOutcome[];
    undone?: StoredUndone;
    task?: Omit<Partial<TaskRow>, 'id'>;
  }) {
    const knex = await databases.init('SQLITE_3');
    await applyMigrations(knex);
    const segments = DatabaseSegmentStore.create(knex);
    const task = await insertTask(knex, {
      id: randomUUID(),
      status: 'running',
      attempt: 1,
      total_statements: options.script.length,
      ...options.task,
    });
    const record = RunRecord.create({
      knex,
      segments,
      resultSetStore: ResultSetStore.create(knex),
      task,
    });
    options.script.forEach((text, line) => record.addStatement({ line, text }));
    options.outcomes.forEach(outcome => record.addOutcome(outcome));
    if (options.undone) {
      record.addUndone(options.undone);
    }
    await record.save();
    return assessLoss(segments, task, 'mysql');
  }

  const script = ['BEGIN', 'INSERT 1', 'INSERT 2', 'INSERT 3', 'COMMIT'];

  it('says that an open transaction was undone when nothing that was sent can have committed it', async () => {
    const loss = await assess({
      script,
      outcomes: [done(open(1, 1)), done(open(1, 2))],
      task: { dispatched_through: 4 },
    });
    expect(loss.message).toContain(
      'The transaction of statements 1 to 4 was not committed',
    );
    expect(loss.undone).toEqual({
      ...open(1, 2),
      to: 4,
      state: 'rolled-back',
    });
  });

  it.each([
    ['a COMMIT', script],
    ['a procedure', [...script.slice(0, 4), 'CALL p()']],
  ])('does not when %s may have been sent', async (_, statements) => {
    const loss = await assess({
      script: statements,
      outcomes: [done(open(1, 1)), done(open(1, 2))],
      task: { dispatched_through: 5 },
    });
    expect(loss.undone).toMatchObject({ to: 5, state: 'unknown' });
  });

  it('does not when a statement before was in doubt', async () => {
    const loss = await assess({
      script,
      outcomes: [done({ ...open(1, 1), doubted: true })],
      task: { dispatched_through: 2 },
    });
    expect(loss.undone).toEqual({ ...open(1, 1), to: 2, state: 'unknown' });
  });

  it('takes only what stands behind the last statement for the commit of a whole script', async () => {
    const task = { transaction_mode: 'script' as const };
    const outcomes = [done(open(1, 1)), done(open(1, 2)), done(open(1, 3))];
    const statements = script.slice(1, 4);
    const before = await assess({
      script: statements,
      outcomes,
      task: { ...task, dispatched_through: 3 },
    });
    expect(before.undone).toMatchObject({ state: 'rolled-back' });
    const within = await assess({
      script: statements,
      outcomes,
      task: { ...task, dispatched_through: 4 },
    });
    expect(within.undone).toMatchObject({ state: 'unknown' });
  });

  it('leaves alone what the worker had still written down as undone', async () => {
    const loss = await assess({
      script,
      outcomes: [done(open(1, 1)), done(open(1, 2))],
      undone: { ...open(1, 2), to: 2, state: 'rolled-back' },
      task: { dispatched_through: 2 },
    });
    expect(loss.undone).toBeUndefined();
  });
});
