import {
  Connection,
  isFinalStatus,
  ResultSet,
  Task,
  TaskStatement,
} from 'backstage-plugin-task-center-common';
import { formatCount, formatQuantity } from '../../common';
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
 * What is to be said about rows that are missing. Undefined when none are.
 *
 * @param statement - undefined until it is loaded
 * @internal
 */
export function describeCompleteness(
  resultSet: ResultSet,
  task: Task,
  statement: TaskStatement | undefined,
  connection: Connection | undefined,
): Completeness | undefined {
  const rows = formatQuantity(resultSet.rowCount, 'row');
  const cut = describeCut(resultSet, task, connection);
  if (cut) {
    return {
      short: cut.short,
      sentence: `The statement had more than the ${rows} here: ${cut.because}. ${cut.advice}`,
      foot: `The rows end here because ${cut.because}.`,
    };
  }
  if (!resultSet.partial && !resultSet.truncated) {
    return undefined;
  }
  const isRunning =
    statement?.state === 'running' && !isFinalStatus(task.status);
  if (isRunning) {
    return {
      short: 'still coming',
      sentence: `The statement is still running; ${rows} so far.`,
      foot: 'More rows may come: the statement is still running.',
    };
  }
  const error = statement?.error ? ` (${statement.error.message})` : '';
  return {
    short: 'partial',
    sentence: `These ${formatCount(
      resultSet.rowCount,
    )} rows are only a part: the statement ended before it had returned all of them${error}.`,
    foot: `The rows end here because the statement ended before it had returned all of them${error}.`,
  };
}
