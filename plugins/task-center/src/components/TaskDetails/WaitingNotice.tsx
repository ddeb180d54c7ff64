import { Alert } from '@backstage/ui';
import { Connection, Task } from 'backstage-plugin-task-center-common';
import { Texts, useTexts } from '../../translations';
import { formatOrdinal } from '../common';

/**
 * Says what a task waits for. Nothing when it does not wait.
 *
 * @internal
 */
export function WaitingNotice(props: {
  task: Task;
  connection: Connection | undefined;
}) {
  const t = useTexts();
  const { task, connection } = props;
  if (task.status !== 'preparing' || task.abortRequestedAt || !task.waiting) {
    return null;
  }
  return (
    <Alert
      status="info"
      icon
      title={describeCause(task.waiting.cause, connection, t)}
      description={describePlace(task.waiting.position, t)}
    />
  );
}

function describeCause(
  cause: NonNullable<Task['waiting']>['cause'],
  connection: Connection | undefined,
  t: Texts,
): string {
  switch (cause) {
    case 'connection-busy':
      return connection
        ? t('taskDetails.waiting.connection', {
            connection: connection.title,
            count: connection.maxConcurrentTasks,
          })
        : t('taskDetails.waiting.someConnection');
    case 'worker-busy':
      return t('taskDetails.waiting.worker');
    default:
      return t('taskDetails.waiting.starting');
  }
}

function describePlace(
  position: number | undefined,
  t: Texts,
): string | undefined {
  if (!position) {
    return undefined;
  }
  return position === 1
    ? t('taskDetails.waiting.next')
    : t('taskDetails.waiting.place', { place: formatOrdinal(position, t) });
}
