import { ResumeAdvice } from 'backstage-plugin-task-center-common';
import { TaskRow } from '../../database';
import { StoredOutcome, StoredUndone } from '../../run';

/**
 * What the record of an ended task says about where it can be resumed. Statements are named by their numbers in the
 * script.
 *
 * @internal
 */
export interface RecordSummary {
  /** The last statement with an outcome, or the one before the task's first when there is none. */
  known: number;
  /** The outcome of that statement. */
  last?: StoredOutcome;
  /** The last statement that succeeded, undone afterwards or not. */
  lastSucceeded?: number;
  /** The first statement of which it is stored that its outcome is unknown. */
  firstUnknown?: number;
  /** The first range of statements that may have been undone. */
  maybeUndone?: StoredUndone;
  /** The last range of statements that were undone. */
  undone?: StoredUndone;
}

/**
 * Where a task can be resumed.
 *
 * @internal
 */
export type ResumePoint = Pick<
  ResumeAdvice,
  'fromStatement' | 'unknown' | 'neverSentFrom' | 'reason'
>;

interface Range {
  from: number;
  to: number;
}

/**
 * Finds the statement from which going on runs nothing twice and leaves nothing out, if the record tells.
 *
 * @internal
 */
export function findResumePoint(
  task: TaskRow,
  record: RecordSummary,
): ResumePoint {
  const total = task.total_statements ?? Infinity;
  const sent = findLastSent(task, record);
  if (sent < task.first_statement && isRefusedForGood(task)) {
    return {
      neverSentFrom: task.first_statement,
      reason:
        'The script itself was refused, and would be again; nothing of it was run. Hand it over as a new task, changed or with other settings.',
    };
  }
  const unknown = findUnknown(task, record, sent);
  const undone = findUndone(task, record, unknown);
  if (unknown && !undone) {
    return {
      unknown,
      neverSentFrom: sent + 1,
      reason: `Whether ${describe(
        unknown,
      )} took effect is not known. Look into the database for what became of ${
        unknown.from === unknown.to ? 'it' : 'them'
      }. ${
        sent < total
          ? `Nothing from statement ${sent + 1} on was ever sent.`
          : 'All statements may have been sent.'
      }`,
    };
  }
  const from = undone?.from ?? findFirstToRun(task, record);
  if (from > total) {
    return {
      neverSentFrom: sent + 1,
      reason: 'Every statement was run, so there is nothing left to resume.',
    };
  }
  return {
    fromStatement: from,
    neverSentFrom: sent + 1,
    reason: undone
      ? explainUndone(undone)
      : explainFirstToRun(task, record, from),
  };
}

function isRefusedForGood({ failure_code }: TaskRow): boolean {
  return (
    failure_code === 'implicit-commit' || failure_code === 'script-invalid'
  );
}

/** The last statement that may have been sent. */
function findLastSent(task: TaskRow, { known }: RecordSummary): number {
  // All others have stored what they sent by the time they end.
  return task.failure_code === 'worker-lost'
    ? Math.max(
        known,
        Math.min(task.dispatched_through, task.total_statements ?? Infinity),
      )
    : known;
}

function findUnknown(
  task: TaskRow,
  record: RecordSummary,
  sent: number,
): Range | undefined {
  const { known, last, firstUnknown, maybeUndone } = record;
  const starts = [firstUnknown, maybeUndone?.from];
  if (sent > known) {
    // Among them may be what committed the transaction that was open before them.
    starts.push(last?.tx?.from ?? known + 1);
  }
  if (mayHaveCommitted(task) && !record.undone) {
    starts.push(task.first_statement);
  }
  const found = starts.filter(start => start !== undefined);
  return found.length > 0 ? { from: Math.min(...found), to: sent } : undefined;
}

/** What was undone at the end of the task, all that is unknown included. */
function findUndone(
  task: TaskRow,
  record: RecordSummary,
  unknown: Range | undefined,
): Range | undefined {
  const { known, last, lastSucceeded = 0, undone, maybeUndone } = record;
  if (
    task.transaction_mode === 'script' &&
    // A procedure committed it.
    task.failure_code !== 'implicit-commit' &&
    !mayHaveCommitted(task) &&
    !maybeUndone
  ) {
    const to = Math.max(known, unknown?.to ?? 0);
    return to < task.first_statement
      ? undefined
      : { from: task.first_statement, to };
  }
  if (unknown) {
    return undone && undone.from <= unknown.from && undone.to >= unknown.to
      ? undone
      : undefined;
  }
  if (undone && undone.to >= lastSucceeded) {
    return undone;
  }
  return last?.tx && { from: last.tx.from, to: known };
}

/** Whether the end of the transaction that holds the whole script was sent. */
function mayHaveCommitted(task: TaskRow): boolean {
  return (
    task.transaction_mode === 'script' &&
    task.total_statements !== null &&
    task.dispatched_through > task.total_statements
  );
}

function findFirstToRun(task: TaskRow, { known, last }: RecordSummary): number {
  return hasToRunAgain(task, last) ? known : known + 1;
}

function hasToRunAgain(task: TaskRow, last?: StoredOutcome): boolean {
  return (
    last?.state === 'aborted' ||
    (last?.state === 'failed' && task.error_handling === 'abort')
  );
}

function explainUndone(undone: Range): string {
  return `${describe(undone)} ${
    undone.from === undone.to ? 'was' : 'were'
  } undone with the transaction, so it is begun again.`.replace(/^s/, 'S');
}

function explainFirstToRun(
  task: TaskRow,
  { last }: RecordSummary,
  from: number,
): string {
  if (!last) {
    return 'No statement was sent.';
  }
  const leaves =
    task.error_handling === 'continue' &&
    task.failed_statements + task.rolled_back_statements > 0
      ? ' Statements before it that failed or were undone are not run again.'
      : '';
  if (!hasToRunAgain(task, last)) {
    return `Statement ${from} is the first that was not run.${leaves}`;
  }
  return last.state === 'failed'
    ? `Statement ${from} failed, and all before it have run.${leaves}`
    : `Statement ${from} was ended before it was done.${leaves}`;
}

function describe({ from, to }: Range): string {
  return from === to ? `statement ${from}` : `statements ${from} to ${to}`;
}
