import { useApi } from '@backstage/frontend-plugin-api';
import { Task, isFinalStatus } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../api';
import { Polled, usePolling } from './usePolling';

const POLL_MS = 1_000;

/**
 * A task, kept up to date until it is final.
 *
 * @internal
 */
export function useTask(id: string): Polled<Task> {
  const api = useApi(taskCenterApiRef);
  return usePolling({
    key: id,
    load: signal => api.getTask(id, { signal }),
    intervalMs: task => (isFinalStatus(task.status) ? undefined : POLL_MS),
  });
}
