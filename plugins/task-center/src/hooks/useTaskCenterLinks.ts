import { useMemo } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { StatementState } from 'backstage-plugin-task-center-common';
import {
  newTaskRouteRef,
  resultsRouteRef,
  taskRouteRef,
  tasksRouteRef,
} from '../routes';

/**
 * What the form for a new task starts from: a connection, or a copy of a task.
 *
 * @internal
 */
export interface NewTaskLinkParams {
  /** The id of a connection. */
  connection?: string;
  /** The id of the task whose script and settings are copied. */
  copy?: string;
}

/**
 * Which tasks a list shows, as it stands in the address.
 *
 * @internal
 */
export interface ListLinkParams {
  /** The id of a connection. */
  connection?: string;
  /** An entity ref, or `me`. */
  createdBy?: string;
  /** ISO 8601. */
  createdAfter?: string;
  /** ISO 8601; not part of the time. */
  createdBefore?: string;
}

/**
 * How a result set is shown, as it stands in the address.
 *
 * @internal
 */
export interface ResultsLinkParams {
  sort?: string;
  hide?: string;
}

/**
 * Paths of the pages of Task Center, with the base path of the portal.
 *
 * @internal
 */
export interface TaskCenterLinks {
  list(params?: ListLinkParams): string;
  newTask(params?: NewTaskLinkParams): string;
  task(id: string): string;
  /** The statements of a task that are in one state. */
  statements(id: string, state: StatementState): string;
  /** Lines of a task's log, such as `7` or `7-12`, which count from 1. */
  logLines(id: string, lines: string): string;
  /** `resultSet` counts from 1. */
  results(id: string, resultSet?: number, view?: ResultsLinkParams): string;
}

/** @internal */
export function useTaskCenterLinks(): TaskCenterLinks {
  const list = useRouteRef(tasksRouteRef);
  const newTask = useRouteRef(newTaskRouteRef);
  const task = useRouteRef(taskRouteRef);
  const results = useRouteRef(resultsRouteRef);

  return useMemo(
    () => ({
      list: params => withQuery(list?.() ?? '', { ...params }),
      newTask: params => withQuery(newTask?.() ?? '', { ...params }),
      task: taskId => task?.({ taskId }) ?? '',
      statements: (taskId, state) =>
        withQuery(task?.({ taskId }) ?? '', { tab: 'statements', state }),
      logLines: (taskId, lines) =>
        withQuery(task?.({ taskId }) ?? '', { tab: 'logs', line: lines }),
      results: (taskId, resultSet, view) =>
        withQuery(results?.({ taskId }) ?? '', {
          resultSet: resultSet?.toString(),
          sort: view?.sort,
          hide: view?.hide,
        }),
    }),
    [list, newTask, task, results],
  );
}

/**
 * A path with those of the values that there are in its query.
 *
 * @internal
 */
export function withQuery(
  path: string,
  params: Record<string, string | undefined>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value) {
      query.set(name, value);
    }
  }
  const search = query.toString();
  return search ? `${path}?${search}` : path;
}
