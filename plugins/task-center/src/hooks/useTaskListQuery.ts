import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { TASK_STATUSES, TaskStatus } from 'backstage-plugin-task-center-common';

/**
 * The columns that a list of tasks can be sorted by.
 *
 * @internal
 */
export type TaskOrderField = 'createdAt' | 'name' | 'status' | 'connection';

/**
 * How long ago a task may have been created, as it stands in the URL.
 *
 * @internal
 */
export type CreatedRange = '1h' | '24h' | '7d' | '30d';

/**
 * What a list of tasks shows, in the words of the URL.
 *
 * @internal
 */
export interface TaskListQuery {
  connection?: string;
  status: TaskStatus[];
  /** Only tasks of the person who looks. */
  mine: boolean;
  created?: CreatedRange;
  search: string;
  orderBy: TaskOrderField;
  direction: 'asc' | 'desc';
  /** From 1. */
  page: number;
  pageSize: number;
}

/** @internal */
export const PAGE_SIZES = [10, 25, 50, 100];

const DEFAULT_PAGE_SIZE = 25;
const ORDER_FIELDS: TaskOrderField[] = [
  'createdAt',
  'name',
  'status',
  'connection',
];
const CREATED_RANGES: CreatedRange[] = ['1h', '24h', '7d', '30d'];

/** @internal */
export function parseTaskListQuery(params: URLSearchParams): TaskListQuery {
  const [orderBy, direction] = (params.get('orderBy') ?? '').split(':');
  return {
    connection: params.get('connection') ?? undefined,
    status: TASK_STATUSES.filter(s => params.getAll('status').includes(s)),
    mine: params.get('createdBy') === 'me',
    created: oneOf(CREATED_RANGES, params.get('created')),
    search: params.get('search') ?? '',
    orderBy: oneOf(ORDER_FIELDS, orderBy) ?? 'createdAt',
    direction: oneOf(['asc', 'desc'] as const, direction) ?? 'desc',
    page: Math.max(1, Math.floor(Number(params.get('page'))) || 1),
    pageSize:
      oneOf(PAGE_SIZES, Number(params.get('pageSize'))) ?? DEFAULT_PAGE_SIZE,
  };
}

/**
 * Writes a query into a URL; what is as usual is left out, what belongs to others stays.
 *
 * @internal
 */
export function writeTaskListQuery(
  params: URLSearchParams,
  query: TaskListQuery,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (name: string, value: string | undefined) =>
    value ? next.set(name, value) : next.delete(name);
  const order = `${query.orderBy}:${query.direction}`;

  put('connection', query.connection);
  next.delete('status');
  query.status.forEach(status => next.append('status', status));
  put('createdBy', query.mine ? 'me' : undefined);
  put('created', query.created);
  put('search', query.search);
  put('orderBy', order === 'createdAt:desc' ? undefined : order);
  put('page', query.page > 1 ? String(query.page) : undefined);
  put(
    'pageSize',
    query.pageSize === DEFAULT_PAGE_SIZE ? undefined : String(query.pageSize),
  );
  return next;
}

/**
 * The list's query, which lives in the URL. A change of anything but the page goes back to the first page.
 *
 * @internal
 */
export function useTaskListQuery(): [
  TaskListQuery,
  (change: Partial<TaskListQuery>) => void,
] {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => parseTaskListQuery(params), [params]);
  const change = useCallback(
    (changes: Partial<TaskListQuery>) =>
      setParams(
        current =>
          writeTaskListQuery(current, {
            ...parseTaskListQuery(current),
            page: 1,
            ...changes,
          }),
        { replace: true },
      ),
    [setParams],
  );
  return [query, change];
}

function oneOf<T>(values: readonly T[], value: unknown): T | undefined {
  return values.find(candidate => candidate === value);
}
