import { DateTime } from 'luxon';

/**
 * How the times of a log are written: in the person's zone, with the date where the log goes over more than one day.
 *
 * @internal
 */
export interface LogTimeFormat {
  short(time: string): string;
  /** With date and zone. */
  full(time: string): string;
}

/**
 * @param start - when the log begins, ISO 8601
 * @param end - when it ends, or now
 * @internal
 */
export function createLogTimeFormat(start: string, end: string): LogTimeFormat {
  const isOneDay = DateTime.fromISO(start).hasSame(
    DateTime.fromISO(end),
    'day',
  );
  const pattern = isOneDay ? 'HH:mm:ss.SSS' : 'MM-dd HH:mm:ss.SSS';
  return {
    short: time => DateTime.fromISO(time).toFormat(pattern),
    full: time =>
      DateTime.fromISO(time).toFormat("yyyy-MM-dd HH:mm:ss.SSS 'UTC'ZZ"),
  };
}
