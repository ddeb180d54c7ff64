import { Connection } from 'backstage-plugin-task-center-common';
import { parseTypedNumber } from '../common';
import { TaskForm } from './TaskForm';
import { TaskFormErrors } from './validateTaskForm';

/**
 * How many rows of each result are kept; undefined until that is known.
 *
 * @internal
 */
export function resultLimitOf(
  form: Pick<TaskForm, 'resultLimit'>,
  connection: Connection | undefined,
  problems: TaskFormErrors,
): number | undefined {
  return problems.resultLimit
    ? undefined
    : parseTypedNumber(form.resultLimit) ??
        connection?.limits.resultRows.default;
}
