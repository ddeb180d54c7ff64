import { Connection } from 'backstage-plugin-task-center-common';
import { Texts } from '../../translations';
import { formatSeconds, parseTypedNumber } from '../common';
import { resultLimitOf } from './resultLimitOf';
import { errorHandlingOf, TaskForm, UNIT_SECONDS } from './TaskForm';
import { TaskFormErrors } from './validateTaskForm';

/**
 * What the settings mean for the run, in sentences.
 *
 * @internal
 */
export function describePlan(
  form: TaskForm,
  connection: Connection | undefined,
  problems: TaskFormErrors,
  t: Texts,
): string[] {
  const limits = connection?.limits;
  const rows = resultLimitOf(form, connection, problems);
  const timeout = parseTypedNumber(form.executionTimeout);
  const seconds =
    timeout === undefined
      ? limits?.executionTimeoutSeconds.default
      : timeout * UNIT_SECONDS[form.executionTimeoutUnit];
  const sentences: (string | false | 0 | undefined)[] = [
    connection
      ? t('newTask.outlook.runsOn', {
          connection: connection.title,
          count: connection.maxConcurrentTasks,
        })
      : t('newTask.outlook.chooseConnection'),
    form.transactionMode === 'script' && t('newTask.outlook.allOrNothing'),
    errorHandlingOf(form) === 'abort'
      ? t('newTask.outlook.abort')
      : t('newTask.outlook.continue'),
    problems.resultLimit
      ? t('newTask.outlook.invalid.resultLimit')
      : rows !== undefined && t('newTask.outlook.resultLimit', { rows: rows }),
    problems.executionTimeout
      ? t('newTask.outlook.invalid.executionTimeout')
      : seconds &&
        t('newTask.outlook.timeout', { time: formatSeconds(seconds, t) }),
    problems.statementTimeout && t('newTask.outlook.invalid.statementTimeout'),
  ];
  return sentences.filter((sentence): sentence is string => Boolean(sentence));
}
