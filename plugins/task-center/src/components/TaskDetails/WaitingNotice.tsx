import { Alert } from '@backstage/ui';
import { Connection, Task } from 'backstage-plugin-task-center-common';
import { formatOrdinal, formatQuantity } from '../common';

/**
 * Says what a task waits for. Nothing when it does not wait.
 *
 * @internal
 */
export function WaitingNotice(props: {
  task: Task;
  connection: Connection | undefined;
}) {
  const { task, connection } = props;
  if (task.status !== 'preparing' || task.abortRequestedAt || !task.waiting) {
    return null;
  }
  return (
    <Alert
      status="info"
      icon
      title={describeCause(task.waiting.cause, connection)}
      description={describePlace(task.waiting.position)}
    />
  );
}

function describeCause(
  cause: NonNullable<Task['waiting']>['cause'],
  connection: Connection | undefined,
): string {
  switch (cause) {
    case 'connection-busy':
      return connection
        ? `Waits for a free place on ${
            connection.title
          }, which takes ${formatQuantity(
            connection.maxConcurrentTasks,
            'task',
          )} at a time.`
        : 'Waits for a free place on the connection.';
    case 'worker-busy':
      return 'Waits for a worker: all of them run as many tasks as they can.';
    default:
      return 'A worker has taken the task: it reads the script through and connects to the database.';
  }
}

function describePlace(position: number | undefined): string | undefined {
  if (!position) {
    return undefined;
  }
  return position === 1
    ? 'It is the next in line.'
    : `It is ${formatOrdinal(position)} in line.`;
}
