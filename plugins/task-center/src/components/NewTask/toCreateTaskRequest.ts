import { CreateTaskRequest } from 'backstage-plugin-task-center-common';
import { parseTypedNumber } from '../common';
import { errorHandlingOf, TaskForm, UNIT_SECONDS } from './TaskForm';

/**
 * What a valid form asks the backend for. What was left empty is left out, so that the connection's default holds.
 *
 * @internal
 */
export function toCreateTaskRequest(
  form: TaskForm,
  script: { sql: string } | { scriptId: string },
): CreateTaskRequest {
  const resultLimit = parseTypedNumber(form.resultLimit);
  const executionTimeout = parseTypedNumber(form.executionTimeout);
  const statementTimeout = parseTypedNumber(form.statementTimeout);
  return {
    connection: form.connection,
    name: form.name.trim(),
    ...script,
    delimiter: form.delimiter,
    transactionMode: form.transactionMode,
    errorHandling: errorHandlingOf(form),
    ...(resultLimit !== undefined && { resultLimit }),
    ...(executionTimeout !== undefined && {
      executionTimeoutSeconds:
        executionTimeout * UNIT_SECONDS[form.executionTimeoutUnit],
    }),
    ...(statementTimeout !== undefined && {
      statementTimeoutSeconds:
        statementTimeout * UNIT_SECONDS[form.statementTimeoutUnit],
    }),
    ...(form.description.trim() && { description: form.description.trim() }),
  };
}
