import {
  Connection,
  isFinalStatus,
  ResultSet,
  Task,
  TaskStatement,
} from 'backstage-plugin-task-center-common';
import { Texts } from '../../../translations';
import { describeCut } from './describeCut';

/**
 * Whether the rows are all that the statement returned, and if not, why.
 *
 * @internal
 */
export interface Completeness {
  /** For a tab or a list. */
  short: string;
  /** For the top of the result set. */
  sentence: string;
  /** For below the last row. */
  foot: string;
}

/**
 * @internal
 */
export interface CompletenessFacts {
  resultSet: ResultSet;
  task: Task;
  /** Undefined until it is loaded. */
  statement: TaskStatement | undefined;
  connection: Connection | undefined;
}

/**
 * What is to be said about rows that are missing. Undefined when none are.
 *
 * @internal
 */
export function describeCompleteness(
  { resultSet, task, statement, connection }: CompletenessFacts,
  t: Texts,
): Completeness | undefined {
  const { rowCount: count } = resultSet;
  const rows = t('common.rows', { count });
  const cut = describeCut(resultSet, { task, connection }, t);
  if (cut) {
    const { short, because, advice } = cut;
    return {
      short,
      sentence: t('completeness.cut', { rows, because, advice }),
      foot: t('completeness.cut.foot', { because }),
    };
  }
  if (!resultSet.partial && !resultSet.truncated) {
    return undefined;
  }
  const isRunning =
    statement?.state === 'running' && !isFinalStatus(task.status);
  if (isRunning) {
    return {
      short: t('completeness.coming'),
      sentence: t('completeness.coming.sentence', { rows }),
      foot: t('completeness.coming.foot'),
    };
  }
  const error = statement?.error?.message;
  return {
    short: t('completeness.partial'),
    sentence: error
      ? t('completeness.partial.sentence.error', { count, error })
      : t('completeness.partial.sentence', { count }),
    foot: error
      ? t('completeness.partial.foot.error', { error })
      : t('completeness.partial.foot'),
  };
}
