import { useApi } from '@backstage/frontend-plugin-api';
import { Task, isFinalStatus } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { Polled, usePolling, useTaskChanges } from '../../hooks';
import { RangedActivity, useActivity } from '../ActivityStrip';

/**
 * How many tasks are listed.
 *
 * @internal
 */
export const LAST_TASKS = 5;

const BUSY_POLL_MS = 3_000;
const IDLE_POLL_MS = 20_000;

/**
 * The newest tasks of these connections, kept up to date. Nothing is loaded before they are known.
 *
 * @internal
 */
export function useLastTasks(connection: string[] | undefined): Polled<Task[]> {
  const api = useApi(taskCenterApiRef);
  const polled = usePolling<Task[]>({
    key: connection?.length ? connection.join() : undefined,
    load: async signal => {
      const request = { connection, limit: LAST_TASKS };
      return (await api.listTasks(request, { signal })).items;
    },
    intervalMs: tasks =>
      tasks.every(task => isFinalStatus(task.status))
        ? IDLE_POLL_MS
        : BUSY_POLL_MS,
  });
  useTaskChanges(polled, BUSY_POLL_MS);
  return polled;
}

/**
 * How the last 30 days of these connections went.
 *
 * @internal
 */
export function useHealth(
  connection: string[] | undefined,
): Polled<RangedActivity> {
  return useActivity(
    connection?.length ? { range: '30d', connection } : undefined,
  );
}
