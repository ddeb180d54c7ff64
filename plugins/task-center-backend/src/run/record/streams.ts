import {
  LogLevel,
  StatementError,
  StatementState,
  StatementWarning,
} from 'backstage-plugin-task-center-common';
import { JsonLines, SegmentStore, StreamId } from '../../streams';

/**
 * A line of a task's log as it is stored.
 *
 * @internal
 */
export interface StoredLogLine {
  /** In ms since 1970 UTC. */
  t: number;
  l: LogLevel;
  /** The number of the statement that it is about. */
  n?: number;
  m: string;
}

/**
 * A statement of a task's script as it is stored when the script is read through. Its number is its position plus one.
 *
 * @internal
 */
export interface StoredStatement {
  line: number;
  /** The first {@link STATEMENT_TEXT_CHARS} characters. */
  text: string;
  /** Set when the text is cut. */
  cut?: true;
}

/**
 * What became of a statement that was sent, as it is stored. The number of the statement is its position plus the number
 * of the task's first statement.
 *
 * @internal
 */
export interface StoredOutcome {
  state: Extract<
    StatementState,
    'succeeded' | 'failed' | 'aborted' | 'unknown'
  >;
  /** When it was sent, in ms since 1970 UTC. */
  at: number;
  ms: number;
  affected?: number;
  rows?: number;
  /** The number of its first result set. */
  set?: number;
  warnings?: number;
  /** The texts of the first warnings. */
  texts?: StatementWarning[];
  error?: StatementError;
  /** The transaction that was open behind it. */
  tx?: OpenTransaction;
}

/**
 * A transaction that is not committed yet.
 *
 * @internal
 */
export interface OpenTransaction {
  /** Its first statement. */
  from: number;
  /** How many of its statements have succeeded, and how many rows they affected. */
  succeeded: number;
  affected: number;
  /** Whether a statement of it may have committed what was before. */
  doubted?: true;
}

/**
 * Statements in a row of which those that had succeeded were undone with their transaction afterwards, or may have been.
 * Ranges do not overlap and stand in order.
 *
 * @internal
 */
export interface StoredUndone extends Omit<OpenTransaction, 'doubted'> {
  /** The last statement. */
  to: number;
  state: Extract<StatementState, 'rolled-back' | 'unknown'>;
}

/**
 * How much of a statement's text the ledger shows.
 *
 * @internal
 */
export const STATEMENT_TEXT_CHARS = 2_000;

/** @internal */
export function logStream(task: string): StreamId {
  return { owner: task, stream: 'log' };
}

/** @internal */
export function statementStream(task: string): StreamId {
  return { owner: task, stream: 'statements' };
}

/** @internal */
export function ledgerStream(task: string): StreamId {
  return { owner: task, stream: 'ledger' };
}

/** @internal */
export function undoneStream(task: string): StreamId {
  return { owner: task, stream: 'undone' };
}

/** @internal */
export function readLog(
  segments: SegmentStore,
  task: string,
): JsonLines<StoredLogLine> {
  return JsonLines.create(segments, logStream(task), line => line.l);
}

/** @internal */
export function readStatementTexts(
  segments: SegmentStore,
  task: string,
): JsonLines<StoredStatement> {
  return JsonLines.create(segments, statementStream(task));
}

/** @internal */
export function readOutcomes(
  segments: SegmentStore,
  task: string,
): JsonLines<StoredOutcome> {
  return JsonLines.create(segments, ledgerStream(task), entry => entry.state);
}

/** @internal */
export function readUndone(
  segments: SegmentStore,
  task: string,
): JsonLines<StoredUndone> {
  return JsonLines.create(segments, undoneStream(task));
}
