import { useApi } from '@backstage/frontend-plugin-api';
import { Task, isFinalStatus } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../api';
import { tellOfEnds } from './tellOfEnds';
import { Polled, usePolling } from './usePolling';

const POLL_MS = 1_000;

/**
 * A task, kept up to date until it is final.
 *
 * @param ahead - gives the answer to a request that was made before, once
 * @internal
 */
export function useTask(
  id: string,
  ahead?: (id: string) => Promise<Task | undefined> | undefined,
): Polled<Task> {
  const api = useApi(taskCenterApiRef);
  return usePolling<Task>({
    key: id,
    load: async (signal, previous) => {
      const task = (await ahead?.(id)) ?? (await api.getTask(id, { signal }));
      tellOfEnds(previous ? [previous] : [], [task]);
      return task;
    },
    intervalMs: task => (isFinalStatus(task.status) ? undefined : POLL_MS),
  });
}
