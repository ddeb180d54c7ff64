import { InputError } from '@backstage/errors';
import { TaskStatus } from 'backstage-plugin-task-center-common';
import { DateTime } from 'luxon';
import { TaskQuery } from '../tasks';

/**
 * What a request asks of the list of tasks.
 *
 * @throws InputError when a time is not ISO 8601
 * @internal
 */
export function parseTaskQuery(query: any): TaskQuery {
  const [orderBy, direction] = (query.orderBy ?? 'createdAt:desc').split(':');
  return {
    connection: asArray<string>(query.connection),
    status: asArray<TaskStatus>(query.status),
    createdBy: query.createdBy,
    search: query.search,
    createdAfter: parseTime('createdAfter', query.createdAfter),
    createdBefore: parseTime('createdBefore', query.createdBefore),
    orderBy,
    descending: direction === 'desc',
    ...parsePaging(query, 25),
  };
}

/**
 * Which part of a list a request asks for.
 *
 * @internal
 */
export function parsePaging(
  query: any,
  defaultLimit: number,
): { limit: number; offset: number } {
  return {
    limit: Number(query.limit ?? defaultLimit),
    offset: Number(query.offset ?? 0),
  };
}

/**
 * A repeatable parameter of a request.
 *
 * @internal
 */
export function asArray<T>(value: T | T[] | undefined): T[] | undefined {
  if (value === undefined) {
    return undefined;
  }
  return Array.isArray(value) ? value : [value];
}

/**
 * Whether a parameter of a request says yes.
 *
 * @internal
 */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/**
 * A time that a request names, in ms since 1970 UTC.
 *
 * @throws InputError when it is not ISO 8601
 * @internal
 */
export function parseTime(name: string, value?: string): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const time = DateTime.fromISO(value, { zone: 'utc' });
  if (!time.isValid) {
    throw new InputError(
      `${name} must be a time in ISO 8601, such as 2026-01-31T12:00:00Z.`,
    );
  }
  return time.toMillis();
}
