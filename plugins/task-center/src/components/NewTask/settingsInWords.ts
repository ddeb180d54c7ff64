import { Connection } from 'backstage-plugin-task-center-common';
import { formatCount, formatSeconds } from '../common';
import { TaskForm } from './TaskForm';

/**
 * The settings in one line, for when their fields are folded away.
 *
 * @internal
 */
export function settingsInWords(
  form: TaskForm,
  connection: Connection | undefined,
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
    form.errorHandling === 'abort'
      ? 'stop at the first failure'
      : 'continue after a failure',
    `${rows} rows per result`,
    timeout,
    form.statementTimeout &&
      `${form.statementTimeout} ${form.statementTimeoutUnit} per statement`,
    `delimiter ${form.delimiter}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
