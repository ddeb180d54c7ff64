import { useApi } from '@backstage/frontend-plugin-api';
import { isFinalStatus, Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { usePolling } from '../../hooks';

const POLL_MS = 5_000;

/**
 * How many warnings and errors a task's log holds.
 *
 * @internal
 */
export function useAlertCount(task: Task): number | undefined {
  const api = useApi(taskCenterApiRef);
  const isFinal = isFinalStatus(task.status);
  const { data } = usePolling({
    key: `alerts ${task.id} ${isFinal}`,
    load: signal => api.getLogs(task.id, { level: 'alert', limit: 1, signal }),
    intervalMs: () => (isFinal ? undefined : POLL_MS),
  });
  return data?.totalItems;
}
