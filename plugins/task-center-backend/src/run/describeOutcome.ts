import {
  describeStatementError,
  LogLevel,
  SplitStatement,
} from 'backstage-plugin-task-center-common';
import { firstWords, formatMs, plural } from './describeStatement';
import { StoredOutcome } from './record';

/**
 * What the database remarked on a statement, as lines of the log.
 *
 * @internal
 */
export function describeRemarks({
  texts = [],
}: Pick<StoredOutcome, 'texts'>): [LogLevel, string][] {
  return texts.map(({ code, message, notice }) => [
    notice ? 'INFO' : 'WARN',
    notice
      ? `Notice: ${message}`
      : `Warning${code ? ` ${code}` : ''}: ${message}`,
  ]);
}

/**
 * What became of a statement, as a line of the log.
 *
 * @internal
 */
export function describeOutcome(
  { text, line }: SplitStatement,
  outcome: StoredOutcome,
): [LogLevel, string] {
  const took = formatMs(outcome.ms);
  switch (outcome.state) {
    case 'succeeded': {
      const parts = [firstWords(text), took];
      if (outcome.rows !== undefined) {
        parts.push(plural(outcome.rows, 'row'));
      }
      if (outcome.affected !== undefined) {
        parts.push(`${plural(outcome.affected, 'row')} affected`);
      }
      if (outcome.warnings) {
        parts.push(plural(outcome.warnings, 'warning'));
      }
      return [outcome.warnings ? 'WARN' : 'INFO', parts.join(' · ')];
    }
    case 'aborted':
      return ['WARN', `Ended on the server after ${took}: ${firstWords(text)}`];
    default:
      return [
        'ERROR',
        `${describeStatementError(
          outcome.error!,
        )} · line ${line} · ${firstWords(text)}`,
      ];
  }
}
