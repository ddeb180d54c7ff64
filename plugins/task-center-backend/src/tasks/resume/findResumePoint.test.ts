import { TaskRow } from '../../database';
import { StoredOutcome, StoredUndone } from '../../run';
import { findResumePoint, RecordSummary } from './findResumePoint';

const done = { at: 1, ms: 1 };
const succeeded: StoredOutcome = { ...done, state: 'succeeded' };
const failed: StoredOutcome = { ...done, state: 'failed' };
const aborted: StoredOutcome = { ...done, state: 'aborted' };
const unknown: StoredOutcome = { ...done, state: 'unknown' };

function within(outcome: StoredOutcome, from: number): StoredOutcome {
  return { ...outcome, tx: { from, succeeded: 1, affected: 0 } };
}

function range(
  state: StoredUndone['state'],
  from: number,
  to: number,
): StoredUndone {
  return { state, from, to, succeeded: 1, affected: 0 };
}

/** A task of 10 statements that is over. */
function task(columns: Partial<TaskRow> = {}): TaskRow {
  return {
    status: 'failed',
    total_statements: 10,
    first_statement: 1,
    dispatched_through: 10,
    error_handling: 'abort',
    transaction_mode: 'statement',
    failed_statements: 0,
    rolled_back_statements: 0,
    failure_code: 'statement-failed',
    ...columns,
  } as TaskRow;
}

const lost = { failure_code: 'worker-lost' };
const script = { transaction_mode: 'script' } as const;
const goesOn = { error_handling: 'continue' } as const;

type Case = [
  name: string,
  task: Partial<TaskRow>,
  record: RecordSummary,
  expected: { from?: number; unknown?: [number, number]; never: number },
];

describe('findResumePoint', () => {
  it.each<Case>([
    [
      'begins with the failed statement',
      {},
      { known: 4, last: failed, lastSucceeded: 3 },
      { from: 4, never: 5 },
    ],
    [
      'begins with the aborted statement',
      { status: 'aborted', failure_code: null },
      { known: 4, last: aborted },
      { from: 4, never: 5 },
    ],
    [
      'begins behind the last one when the end came between two',
      { failure_code: 'timeout' },
      { known: 4, last: succeeded },
      { from: 5, never: 5 },
    ],
    [
      'leaves failed statements behind when errors are passed over',
      { ...goesOn, failure_code: 'timeout', failed_statements: 2 },
      { known: 4, last: failed },
      { from: 5, never: 5 },
    ],
    [
      'begins nowhere when the script was refused as such',
      { ...script, failure_code: 'implicit-commit', dispatched_through: 0 },
      { known: 0 },
      { never: 1 },
    ],
    [
      'begins at the start when nothing was sent',
      { dispatched_through: 0, total_statements: null },
      { known: 0 },
      { from: 1, never: 1 },
    ],
    [
      'begins where the task itself began when nothing was sent',
      { ...lost, first_statement: 6, dispatched_through: 5 },
      { known: 5 },
      { from: 6, never: 6 },
    ],
    [
      'has nothing to offer behind the last statement',
      { failure_code: 'connection-failed' },
      { known: 10, last: succeeded },
      { never: 11 },
    ],
    [
      'does not know what a lost worker sent',
      { ...lost, dispatched_through: 7 },
      { known: 4, last: succeeded },
      { unknown: [5, 7], never: 8 },
    ],
    [
      'knows all when a lost worker had sent no more',
      { ...lost, dispatched_through: 4 },
      { known: 4, last: succeeded },
      { from: 5, never: 5 },
    ],
    [
      'does not take a window beyond the end for statements',
      { ...lost, dispatched_through: 64 },
      { known: 9, last: succeeded },
      { unknown: [10, 10], never: 11 },
    ],
    [
      'takes stored unknown outcomes for what they are',
      { failure_code: 'connection-failed' },
      { known: 6, last: unknown, firstUnknown: 5 },
      { unknown: [5, 6], never: 7 },
    ],
    [
      'begins a transaction again that was undone at the end',
      {},
      {
        known: 7,
        last: failed,
        lastSucceeded: 6,
        undone: range('rolled-back', 3, 7),
      },
      { from: 3, never: 8 },
    ],
    [
      'does so when the undone range ends before the statement that failed',
      {},
      {
        known: 7,
        last: failed,
        lastSucceeded: 6,
        undone: range('rolled-back', 3, 6),
      },
      { from: 3, never: 8 },
    ],
    [
      'begins a transaction again that nobody ended',
      { failure_code: 'timeout' },
      { known: 7, last: within(succeeded, 3) },
      { from: 3, never: 8 },
    ],
    [
      'does not go back to what was undone long ago',
      { ...goesOn, failure_code: 'timeout', rolled_back_statements: 1 },
      {
        known: 7,
        last: aborted,
        lastSucceeded: 6,
        undone: range('rolled-back', 3, 5),
      },
      { from: 7, never: 8 },
    ],
    [
      'begins before what is unknown when all of it was undone',
      { ...lost, dispatched_through: 8 },
      {
        known: 5,
        last: within(succeeded, 3),
        lastSucceeded: 5,
        undone: range('rolled-back', 3, 8),
      },
      { from: 3, never: 9 },
    ],
    [
      'does not when something unknown lies behind what was undone',
      { ...lost, dispatched_through: 8 },
      {
        known: 5,
        last: succeeded,
        lastSucceeded: 5,
        undone: range('rolled-back', 3, 5),
      },
      { unknown: [6, 8], never: 9 },
    ],
    [
      'does not know of an open transaction whether what was sent committed it',
      { ...lost, dispatched_through: 8 },
      { known: 5, last: within(succeeded, 3), lastSucceeded: 5 },
      { unknown: [3, 8], never: 9 },
    ],
    [
      'does not know of a transaction that may have been committed',
      { failure_code: 'connection-failed' },
      {
        known: 7,
        last: unknown,
        firstUnknown: 7,
        lastSucceeded: 6,
        maybeUndone: range('unknown', 3, 7),
      },
      { unknown: [3, 7], never: 8 },
    ],
    [
      'begins a whole script again that was undone',
      { ...script, first_statement: 2 },
      {
        known: 7,
        last: failed,
        lastSucceeded: 6,
        undone: range('rolled-back', 2, 7),
      },
      { from: 2, never: 8 },
    ],
    [
      'begins a whole script again whose COMMIT was not sent',
      { ...script, ...lost, dispatched_through: 9 },
      { known: 7, last: within(succeeded, 1) },
      { from: 1, never: 10 },
    ],
    [
      'begins a whole script again whose COMMIT was refused',
      { ...script, failure_code: 'commit-failed', dispatched_through: 11 },
      {
        known: 10,
        last: succeeded,
        lastSucceeded: 10,
        undone: range('rolled-back', 1, 10),
      },
      { from: 1, never: 11 },
    ],
    [
      'does not know of a whole script whose COMMIT was sent',
      { ...script, ...lost, dispatched_through: 11 },
      { known: 10, last: within(succeeded, 1), lastSucceeded: 10 },
      { unknown: [1, 10], never: 11 },
    ],
    [
      'does not know of a whole script whose session may still be there',
      { ...script, ...lost, dispatched_through: 9 },
      {
        known: 7,
        last: within(succeeded, 1),
        lastSucceeded: 7,
        maybeUndone: range('unknown', 1, 9),
      },
      { unknown: [1, 9], never: 10 },
    ],
  ])('%s', (_, columns, record, expected) => {
    const point = findResumePoint(task(columns), record);

    expect(point).toEqual({
      ...(expected.from && { fromStatement: expected.from }),
      ...(expected.unknown && {
        unknown: { from: expected.unknown[0], to: expected.unknown[1] },
      }),
      neverSentFrom: expected.never,
      reason: expect.stringMatching(/^[A-Z].*\.$/),
    });
  });
});
