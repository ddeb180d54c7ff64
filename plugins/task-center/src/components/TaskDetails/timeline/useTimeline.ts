import { useApi } from '@backstage/frontend-plugin-api';
import {
  isFinalStatus,
  Task,
  TaskTimeline,
} from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../../api';
import { Polled, usePolling } from '../../../hooks';

const POLL_MS = 3_000;
const BUCKETS = 120;

/**
 * Where the time of a task went so far.
 *
 * @param isWanted - whether to ask for it at all
 * @internal
 */
export function useTimeline(
  task: Task,
  isWanted: boolean,
): Polled<TaskTimeline> {
  const api = useApi(taskCenterApiRef);
  const isFinal = isFinalStatus(task.status);
  return usePolling({
    key: isWanted ? `timeline ${task.id} ${isFinal}` : undefined,
    load: signal => api.getTimeline(task.id, { buckets: BUCKETS, signal }),
    intervalMs: () => (isFinal ? undefined : POLL_MS),
  });
}
