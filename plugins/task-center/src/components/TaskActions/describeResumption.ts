import { ResumeAdvice } from 'backstage-plugin-task-center-common';
import { formatCount } from '../common';

/**
 * What it means to go on from a statement.
 *
 * @internal
 */
export interface Resumption {
  isSafe: boolean;
  /** In a sentence. */
  meaning: string;
}

/**
 * Says what runs twice and what is left out when a task is resumed from a statement.
 *
 * @internal
 */
export function describeResumption(
  advice: ResumeAdvice,
  start: number,
): Resumption | undefined {
  const { fromStatement, unknown, neverSentFrom } = advice;
  const known = fromStatement ?? unknown?.from;
  if (known === undefined) {
    return undefined;
  }
  if (start === fromStatement) {
    const isMissed = advice.lost.some(({ index }) => index < start);
    return {
      isSafe: !isMissed,
      meaning: isMissed
        ? 'Nothing runs twice and nothing is left out, but the rest of the script may miss what is gone with the session.'
        : 'Safe, as far as the record tells: nothing runs twice and nothing is left out.',
    };
  }
  const doubtFrom = fromStatement === undefined ? known : 1;
  const doubtTo = fromStatement === undefined ? unknown?.to ?? 0 : 0;
  const leftOutFrom = fromStatement ?? neverSentFrom;
  const clauses = [
    clause(start, known - 1, 'run a second time', 'runs a second time'),
    clause(Math.max(start, doubtFrom), doubtTo, 'may run twice'),
    clause(doubtFrom, Math.min(start - 1, doubtTo), 'may be left out'),
    clause(leftOutFrom, start - 1, 'are left out', 'is left out'),
  ].filter(Boolean);
  return { isSafe: false, meaning: `${joinClauses(clauses)}.` };
}

/**
 * Statements in a row: `statement 7`, `statements 7 to 9`.
 *
 * @internal
 */
export function nameStatements(from: number, to: number): string {
  return from === to
    ? `statement ${formatCount(from)}`
    : `statements ${formatCount(from)} to ${formatCount(to)}`;
}

function clause(
  from: number,
  to: number,
  many: string,
  one: string = many,
): string {
  return from > to
    ? ''
    : `${nameStatements(from, to)} ${from === to ? one : many}`;
}

function joinClauses(clauses: string[]): string {
  const text = clauses.join(', and ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
