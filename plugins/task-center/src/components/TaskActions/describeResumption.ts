import { ResumeAdvice } from 'backstage-plugin-task-center-common';
import { Texts } from '../../translations';

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
  t: Texts,
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
      meaning: isMissed ? t('resume.meaning.lost') : t('resume.meaning.safe'),
    };
  }
  const doubtFrom = fromStatement === undefined ? known : 1;
  const doubtTo = fromStatement === undefined ? unknown?.to ?? 0 : 0;
  const leftOutFrom = fromStatement ?? neverSentFrom;
  const clauses = [
    clause('again', start, known - 1, t),
    clause('mayRunTwice', Math.max(start, doubtFrom), doubtTo, t),
    clause('mayBeLeftOut', doubtFrom, Math.min(start - 1, doubtTo), t),
    clause('leftOut', leftOutFrom, start - 1, t),
  ].filter(Boolean);
  return { isSafe: false, meaning: joinClauses(clauses, t) };
}

/**
 * Statements in a row: `statement 7`, `statements 7 to 9`.
 *
 * @internal
 */
export function nameStatements(from: number, to: number, t: Texts): string {
  return t('resume.statements', { count: to - from + 1, from, to });
}

function clause(
  what: 'again' | 'mayRunTwice' | 'mayBeLeftOut' | 'leftOut',
  from: number,
  to: number,
  t: Texts,
): string {
  if (from > to) {
    return '';
  }
  const statements = nameStatements(from, to, t);
  return t(`resume.meaning.${what}`, { count: to - from + 1, statements });
}

function joinClauses(clauses: string[], t: Texts): string {
  const text = clauses.reduce((first, second) =>
    t('resume.meaning.and', { first, second }),
  );
  return t('resume.meaning.sentence', {
    clauses: text.charAt(0).toUpperCase() + text.slice(1),
  });
}
