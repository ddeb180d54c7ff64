import { InputError } from '@backstage/errors';
import { ActivityStep } from 'backstage-plugin-task-center-common';
import { DateTime, IANAZone } from 'luxon';
import { ActivityQuery } from './ActivityQuery';

const DAY_MS = 24 * 3_600_000;
const MAX_DAYS = 93;
/** More bars than that can be told apart by nobody. */
const MAX_PARTS = 400;
const HOURS: Record<ActivityStep, number> = { '1h': 1, '6h': 6, '1d': 24 };

/**
 * Splits a time into its parts, of which the last may be shorter.
 *
 * @returns the beginning of each and the end of the last, in ms since 1970 UTC
 * @throws InputError when it makes no sense, or is too long
 * @internal
 */
export function splitTime(
  query: Pick<ActivityQuery, 'from' | 'to' | 'step' | 'timeZone'>,
): number[] {
  const { from, to, step, timeZone } = query;
  if (!IANAZone.isValidZone(timeZone)) {
    throw new InputError(
      `There is no time zone '${timeZone}'. It is named as Europe/Zurich is.`,
    );
  }
  if (!(from < to)) {
    throw new InputError('The time must end after it begins.');
  }
  const parts = (to - from) / (HOURS[step] * (DAY_MS / 24));
  if (to - from > MAX_DAYS * DAY_MS || parts > MAX_PARTS) {
    throw new InputError(
      `The time must not be longer than ${MAX_DAYS} days, nor have more than ${MAX_PARTS} parts.`,
    );
  }
  const edges = [];
  let time: DateTime = DateTime.fromMillis(from, { zone: timeZone });
  while (time.toMillis() < to) {
    edges.push(time.toMillis());
    time = nextEdge(time, step);
  }
  return [...edges, to];
}

function nextEdge(time: DateTime, step: ActivityStep): DateTime {
  const hours = HOURS[step];
  if (hours === 1) {
    return time.plus({ hours });
  }
  // By the clock on the wall, so that a day with 23 hours is one day.
  const next = time.hour - (time.hour % hours) + hours;
  return time.startOf('hour').set({ hour: next });
}
