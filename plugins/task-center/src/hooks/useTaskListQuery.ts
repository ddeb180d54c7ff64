import { useCallback, useMemo } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { DateTime } from 'luxon';
import { useSearchParams } from 'react-router-dom';
import { TASK_STATUSES, TaskStatus } from 'backstage-plugin-task-center-common';
import { CREATED_RANGES, CreatedRange } from './createdRanges';

/**
 * The columns that a list of tasks can be sorted by.
 *
 * @internal
 */
export type TaskOrderField =
  | 'createdAt'
  | 'name'
  | 'status'
  | 'connection'
  | 'createdBy';

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
  /** Only tasks of this user, by entity ref. */
  creator?: string;
  created?: CreatedRange;
  /** ISO 8601. Without effect where `created` is given. */
  createdAfter?: string;
  /** ISO 8601; not part of the time. */
  createdBefore?: string;
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
/** More than there can be, and no more than an offset may be. */
const MAX_PAGE = 1_000_000;
const ORDER_FIELDS: TaskOrderField[] = [
  'createdAt',
  'name',
  'status',
  'connection',
  'createdBy',
];
const PARAMS = [
  ...['connection', 'status', 'createdBy', 'created', 'createdAfter'],
  ...['createdBefore', 'search', 'orderBy', 'page', 'pageSize'],
];

/** @internal */
export function parseTaskListQuery(params: URLSearchParams): TaskListQuery {
  const [orderBy, direction] = (params.get('orderBy') ?? '').split(':');
  const createdBy = parseCreator(params.get('createdBy'));
  const created = oneOf(CREATED_RANGES, params.get('created'));
  const timeOf = (name: string) =>
    created ? undefined : parseTime(params.get(name));
  return {
    connection: params.get('connection') || undefined,
    status: TASK_STATUSES.filter(s => params.getAll('status').includes(s)),
    mine: createdBy === 'me',
    creator: createdBy === 'me' ? undefined : createdBy,
    created,
    createdAfter: timeOf('createdAfter'),
    createdBefore: timeOf('createdBefore'),
    search: params.get('search') ?? '',
    orderBy: oneOf(ORDER_FIELDS, orderBy) ?? 'createdAt',
    direction: oneOf(['asc', 'desc'] as const, direction) ?? 'desc',
    page: Math.min(
      Math.max(1, Math.floor(Number(params.get('page'))) || 1),
      MAX_PAGE,
    ),
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
  put('createdBy', query.mine ? 'me' : query.creator);
  put('created', query.created);
  put('createdAfter', query.created ? undefined : query.createdAfter);
  put('createdBefore', query.created ? undefined : query.createdBefore);
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
 * Whether a URL says anything about what a list of tasks shows.
 *
 * @internal
 */
export function hasTaskListQuery(params: URLSearchParams): boolean {
  return PARAMS.some(name => params.has(name));
}

/**
 * Whether some tasks are left out.
 *
 * @internal
 */
export function isFiltered(query: TaskListQuery): boolean {
  const { connection, status, mine, creator, search } = query;
  const { created, createdAfter, createdBefore } = query;
  return (
    mine ||
    status.length > 0 ||
    [connection, creator, search, created, createdAfter, createdBefore].some(
      Boolean,
    )
  );
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

function parseTime(text: string | null): string | undefined {
  const time = DateTime.fromISO(text ?? '');
  return time.isValid && time.year > 0 && time.year < 10_000
    ? time.toUTC().toISO()
    : undefined;
}

function parseCreator(text: string | null): string | undefined {
  if (!text || text === 'me') {
    return text || undefined;
  }
  try {
    parseEntityRef(text, { defaultKind: 'User' });
    return text;
  } catch {
    return undefined;
  }
}

function oneOf<T>(values: readonly T[], value: unknown): T | undefined {
  return values.find(candidate => candidate === value);
}
