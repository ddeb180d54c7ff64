import { Connection } from 'backstage-plugin-task-center-common';
import { formatCount, formatSeconds } from '../common';
import { errorHandlingOf, TaskForm } from './TaskForm';
import { TaskFormErrors } from './validateTaskForm';

/**
 * The settings in one line, for when their fields are folded away.
 *
 * @internal
 */
export function settingsInWords(
  form: TaskForm,
  connection: Connection | undefined,
  problems: TaskFormErrors,
): string {
  const limits = connection?.limits;
  const rows =
    form.resultLimit ||
    (limits && formatCount(limits.resultRows.default)) ||
    'default';
  const timeout = form.executionTimeout
    ? `${form.executionTimeout} ${form.executionTimeoutUnit}`
    : limits && formatSeconds(limits.executionTimeoutSeconds.default);
  return [
    form.transactionMode === 'script' && 'all or nothing',
    errorHandlingOf(form) === 'abort'
      ? 'stop at the first failure'
      : 'continue after a failure',
    problems.resultLimit
      ? 'query result limit not valid'
      : `${rows} rows per result`,
    problems.executionTimeout ? 'execution timeout not valid' : timeout,
    problems.statementTimeout
      ? 'statement timeout not valid'
      : form.statementTimeout &&
        `${form.statementTimeout} ${form.statementTimeoutUnit} per statement`,
    problems.delimiter ? 'delimiter not valid' : `delimiter ${form.delimiter}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
