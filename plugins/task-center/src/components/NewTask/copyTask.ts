import { Connection, Task } from 'backstage-plugin-task-center-common';
import { splitSeconds, TaskForm } from './TaskForm';

/**
 * What a form takes over from a task, apart from its script. A setting that is the default stays one, so that it follows
 * when another connection is chosen.
 *
 * @param connection - the task's, where it is still there
 * @internal
 */
export function copyTask(
  task: Task,
  connection: Connection | undefined,
): Partial<TaskForm> {
  const execution = splitSeconds(task.executionTimeoutSeconds, [
    'minutes',
    'hours',
  ]);
  const statement = task.statementTimeoutSeconds
    ? splitSeconds(task.statementTimeoutSeconds, ['seconds', 'minutes'])
    : undefined;
  const limits = connection?.limits;
  return {
    connection: connection ? task.connection : '',
    name: task.name,
    nameEdited: true,
    description: task.description ?? '',
    delimiter: task.delimiter,
    errorHandling: task.errorHandling,
    transactionMode: task.transactionMode,
    ...(task.resultLimit !== limits?.resultRows.default && {
      resultLimit: String(task.resultLimit),
    }),
    ...(task.executionTimeoutSeconds !==
      limits?.executionTimeoutSeconds.default && {
      executionTimeout: execution.value,
      executionTimeoutUnit: execution.unit,
    }),
    ...(statement && {
      statementTimeout: statement.value,
      statementTimeoutUnit: statement.unit,
    }),
  };
}
