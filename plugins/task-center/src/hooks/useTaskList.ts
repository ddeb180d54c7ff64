import { useApi } from '@backstage/frontend-plugin-api';
import { DateTime } from 'luxon';
import { Page, Task, isFinalStatus } from 'backstage-plugin-task-center-common';
import { ListTasksRequest, taskCenterApiRef } from '../api';
import { durationOf } from './createdRanges';
import { reuseUnchanged } from './reuseUnchanged';
import { tellOfEnds } from './tellOfEnds';
import { useCurrentUserRef } from './useCurrentUserRef';
import { Polled, usePolling } from './usePolling';
import { useTaskChanges } from './useTaskChanges';
import { TaskListQuery } from './useTaskListQuery';

const BUSY_POLL_MS = 2_000;
const IDLE_POLL_MS = 10_000;

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

  const polled = usePolling<Page<Task>>({
    key: isReady
      ? JSON.stringify([query, among, query.mine && userRef])
      : undefined,
    load: async (signal, previous) => {
      if (query!.mine && !userRef) {
        // Without a creator the service would list the tasks of everybody.
        return { items: [], totalItems: 0 };
      }
      const page = await api.listTasks(toRequest(query!, userRef, among), {
        signal,
      });
      tellOfEnds(previous?.items ?? [], page.items);
      return { ...page, items: reuseUnchanged(previous?.items, page.items) };
    },
    intervalMs: page =>
      page.items.every(task => isFinalStatus(task.status))
        ? IDLE_POLL_MS
        : BUSY_POLL_MS,
  });
  useTaskChanges(polled, BUSY_POLL_MS);
  return polled;
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
      ? DateTime.utc().minus(durationOf(query.created)).toISO()
      : query.createdAfter,
    createdBefore: query.createdBefore,
    orderBy: `${query.orderBy}:${query.direction}`,
    limit: query.pageSize,
    offset: (query.page - 1) * query.pageSize,
  };
}
