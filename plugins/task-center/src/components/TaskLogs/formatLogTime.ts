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
 * Writes times as fast as lines are scrolled, which takes more than what knows all calendars can do.
 *
 * @param start - when the log begins, ISO 8601
 * @param end - when it ends, or now
 * @internal
 */
export function createLogTimeFormat(start: string, end: string): LogTimeFormat {
  const isOneDay = dayOf(new Date(start)) === dayOf(new Date(end));
  return {
    short: time => {
      const date = new Date(time);
      return isOneDay
        ? clockOf(date)
        : `${dayOf(date).slice(5)} ${clockOf(date)}`;
    },
    full: time => {
      const date = new Date(time);
      return `${dayOf(date)} ${clockOf(date)} UTC${zoneOf(date)}`;
    },
  };
}

function dayOf(date: Date): string {
  return [
    pad(date.getFullYear(), 4),
    pad(date.getMonth() + 1),
    pad(date.getDate()),
  ].join('-');
}

function clockOf(date: Date): string {
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return `${clock.map(part => pad(part)).join(':')}.${pad(
    date.getMilliseconds(),
    3,
  )}`;
}

function zoneOf(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const hours = Math.trunc(Math.abs(minutes) / 60);
  const sign = minutes < 0 ? '-' : '+';
  return `${sign}${pad(hours)}:${pad(Math.abs(minutes) % 60)}`;
}

function pad(value: number, length: number = 2): string {
  return String(value).padStart(length, '0');
}
