import { useApi } from '@backstage/frontend-plugin-api';
import { Link, Skeleton } from '@backstage/ui';
import { DateTime } from 'luxon';
import { Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { usePolling, useTaskCenterLinks } from '../../hooks';
import { isNotFound } from '../common';

/**
 * A link to another task by its name. One that is gone is said to be.
 *
 * @internal
 */
export function TaskReference(props: {
  taskId: string;
  /** Called when the person goes there. */
  onPress?: () => void;
  /** Whether others beside it may have the same name. */
  isOneOfMany?: boolean;
}) {
  const { taskId, onPress, isOneOfMany } = props;
  const api = useApi(taskCenterApiRef);
  const links = useTaskCenterLinks();
  const { data, error } = usePolling({
    key: taskId,
    // A task that is not there will not be there the next time either.
    load: async signal => {
      try {
        return { task: await api.getTask(taskId, { signal }) };
      } catch (e) {
        if (isNotFound(e as Error)) {
          return { task: undefined };
        }
        throw e;
      }
    },
    intervalMs: () => undefined,
  });

  if (data && !data.task) {
    return (
      <em title={`${taskId} has been deleted, or you may not see it.`}>
        a task that is not there any more
      </em>
    );
  }
  if (!data && !error) {
    return (
      <Skeleton width={96} height={14} style={{ display: 'inline-block' }} />
    );
  }
  return (
    <>
      <Link href={links.task(taskId)} onPress={onPress}>
        {data?.task?.name ?? taskId}
      </Link>
      {isOneOfMany && data?.task && ` (${describeBriefly(data.task)})`}
    </>
  );
}

function describeBriefly({ createdAt, copyOf, status }: Task): string {
  const time = DateTime.fromISO(createdAt).toFormat('d LLL HH:mm');
  return `${copyOf ? 'run again ' : ''}${time}, ${status}`;
}
