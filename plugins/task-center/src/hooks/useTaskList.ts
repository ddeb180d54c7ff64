import { useApi } from '@backstage/frontend-plugin-api';
import { DateTime, Duration } from 'luxon';
import { Page, Task, isFinalStatus } from 'backstage-plugin-task-center-common';
import { ListTasksRequest, taskCenterApiRef } from '../api';
import { reuseUnchanged } from './reuseUnchanged';
import { useCurrentUserRef } from './useCurrentUserRef';
import { Polled, usePolling } from './usePolling';
import { CreatedRange, TaskListQuery } from './useTaskListQuery';

const BUSY_POLL_MS = 2_000;
const IDLE_POLL_MS = 10_000;

const RANGES: Record<CreatedRange, Duration> = {
  '1h': Duration.fromObject({ hours: 1 }),
  '24h': Duration.fromObject({ hours: 24 }),
  '7d': Duration.fromObject({ days: 7 }),
  '30d': Duration.fromObject({ days: 30 }),
};

/**
 * The page of tasks that a query asks for, kept up to date. Without a query nothing is loaded.
 *
 * @param among - the connections to choose from, by id, where these are not all
 *
 * @internal
 */
export function useTaskList(
  query: TaskListQuery | undefined,
  among?: string[],
): Polled<Page<Task>> {
  const api = useApi(taskCenterApiRef);
  const userRef = useCurrentUserRef();
  const isReady = query && (!query.mine || userRef !== undefined);

  return usePolling<Page<Task>>({
    key: isReady ? JSON.stringify([query, among]) : undefined,
    load: async (signal, previous) => {
      const page = await api.listTasks(toRequest(query!, userRef, among), {
        signal,
      });
      return { ...page, items: reuseUnchanged(previous?.items, page.items) };
    },
    intervalMs: page =>
      page.items.every(task => isFinalStatus(task.status))
        ? IDLE_POLL_MS
        : BUSY_POLL_MS,
  });
}

function toRequest(
  query: TaskListQuery,
  userRef: string | undefined,
  among: string[] | undefined,
): ListTasksRequest {
  return {
    connection: query.connection ?? among,
    status: query.status,
    createdBy: query.mine ? userRef : query.creator,
    search: query.search || undefined,
    createdAfter: query.created
      ? DateTime.utc().minus(RANGES[query.created]).toISO()
      : query.createdAfter,
    createdBefore: query.createdBefore,
    orderBy: `${query.orderBy}:${query.direction}`,
    limit: query.pageSize,
    offset: (query.page - 1) * query.pageSize,
  };
}
