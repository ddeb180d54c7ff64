import { useApi } from '@backstage/frontend-plugin-api';
import { Link, Skeleton } from '@backstage/ui';
import { Task } from 'backstage-plugin-task-center-common';
import { isNotFound, taskCenterApiRef } from '../../api';
import { usePolling, useTaskCenterLinks } from '../../hooks';
import { Texts, useTexts } from '../../translations';
import { formatDayAndClock } from '../common';
import { statusInWords } from '../TaskStatusLabel';

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
  const t = useTexts();
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
      <em title={t('common.task.gone.hint', { id: taskId })}>
        {t('common.task.gone')}
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
      {isOneOfMany && data?.task && describeBriefly(data.task, t)}
    </>
  );
}

function describeBriefly(task: Task, t: Texts): string {
  const time = formatDayAndClock(task.createdAt, t);
  return t(task.copyOf ? 'common.task.brief.copy' : 'common.task.brief', {
    time,
    status: statusInWords(task, t),
  });
}
