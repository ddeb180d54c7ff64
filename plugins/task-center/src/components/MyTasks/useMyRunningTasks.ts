import { useApi } from '@backstage/frontend-plugin-api';
import { Page, Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { useCurrentUserRef } from '../../hooks/useCurrentUserRef';
import { Polled, usePolling } from '../../hooks/usePolling';
import { useTaskChanges } from '../../hooks/useTaskChanges';

const IDLE_POLL_MS = 30_000;

/**
 * The person's tasks that are not over, the newest first, kept up to date.
 *
 * @param options - how many at most, and how often to look while there are some, in ms
 * @internal
 */
export function useMyRunningTasks(options: {
  limit: number;
  busyPollMs: number;
}): Polled<Page<Task>> {
  const { limit, busyPollMs } = options;
  const api = useApi(taskCenterApiRef);
  const userRef = useCurrentUserRef();
  const polled = usePolling<Page<Task>>({
    key: userRef ? `${userRef} ${limit}` : undefined,
    load: signal =>
      api.listTasks(
        { createdBy: userRef, status: ['preparing', 'running'], limit },
        { signal },
      ),
    intervalMs: ({ totalItems }) =>
      totalItems > 0 ? busyPollMs : IDLE_POLL_MS,
  });
  useTaskChanges(polled, busyPollMs);
  return polled;
}
