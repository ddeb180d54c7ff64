import { Connection } from 'backstage-plugin-task-center-common';
import { Texts } from '../../translations';
import { formatCount, formatSeconds } from '../common';
import { errorHandlingOf, TaskForm, TimeUnit } from './TaskForm';
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
  t: Texts,
): string {
  const limits = connection?.limits;
  const rows =
    form.resultLimit || (limits && formatCount(limits.resultRows.default, t));
  const timeout = form.executionTimeout
    ? describeTime(form.executionTimeout, form.executionTimeoutUnit, t)
    : limits && formatSeconds(limits.executionTimeoutSeconds.default, t);
  return [
    form.transactionMode === 'script' && t('taskSettings.brief.allOrNothing'),
    errorHandlingOf(form) === 'abort'
      ? t('taskSettings.brief.abort')
      : t('taskSettings.brief.continue'),
    describeRows(rows, Boolean(problems.resultLimit), t),
    problems.executionTimeout
      ? t('taskSettings.brief.executionTimeout.invalid')
      : timeout,
    describeStatementTimeout(form, problems, t),
    problems.delimiter
      ? t('taskSettings.brief.delimiter.invalid')
      : t('taskSettings.brief.delimiter', { delimiter: form.delimiter }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function describeRows(
  rows: string | undefined,
  isInvalid: boolean,
  t: Texts,
): string {
  if (isInvalid) {
    return t('taskSettings.brief.rows.invalid');
  }
  return rows
    ? t('taskSettings.brief.rows', { rows })
    : t('taskSettings.brief.rows.default');
}

function describeStatementTimeout(
  { statementTimeout: value, statementTimeoutUnit: unit }: TaskForm,
  problems: TaskFormErrors,
  t: Texts,
): string {
  if (problems.statementTimeout) {
    return t('taskSettings.brief.statementTimeout.invalid');
  }
  return value
    ? t('taskSettings.brief.statementTimeout', {
        time: describeTime(value, unit, t),
      })
    : '';
}

function describeTime(value: string, unit: TimeUnit, t: Texts): string {
  return t('taskSettings.brief.time', {
    value,
    unit: t(`taskSettings.unit.${unit}`),
  });
}
