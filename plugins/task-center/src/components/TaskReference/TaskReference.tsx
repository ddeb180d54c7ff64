import { useApi } from '@backstage/frontend-plugin-api';
import { Link, Skeleton } from '@backstage/ui';
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
}) {
  const { taskId, onPress } = props;
  const api = useApi(taskCenterApiRef);
  const links = useTaskCenterLinks();
  const { data, error } = usePolling({
    key: taskId,
    // A task that is not there will not be there the next time either.
    load: async signal => {
      try {
        return { name: (await api.getTask(taskId, { signal })).name };
      } catch (e) {
        if (isNotFound(e as Error)) {
          return { name: undefined };
        }
        throw e;
      }
    },
    intervalMs: () => undefined,
  });

  if (data && data.name === undefined) {
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
    <Link href={links.task(taskId)} onPress={onPress}>
      {data?.name ?? taskId}
    </Link>
  );
}
