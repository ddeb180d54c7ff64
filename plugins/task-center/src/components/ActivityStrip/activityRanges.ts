import { DateTime } from 'luxon';
import { ActivityStep } from 'backstage-plugin-task-center-common';
import { CREATED_RANGES, CreatedRange, TimeSpan } from '../../hooks';

/**
 * How far back an activity reaches.
 *
 * @internal
 */
export type ActivityRange = Exclude<CreatedRange, '1h'>;

/** @internal */
export const ACTIVITY_RANGES = CREATED_RANGES.filter(
  (range): range is ActivityRange => range !== '1h',
);

/** @internal */
export const RANGE_STEPS: Record<ActivityRange, ActivityStep> = {
  '24h': '1h',
  '7d': '6h',
  '30d': '1d',
};

/**
 * The time of a range up to now, in whole hours or days of the person's time zone.
 *
 * @internal
 */
export function spanOf(range: ActivityRange, now: DateTime): TimeSpan {
  if (range === '24h') {
    const hour = now.startOf('hour');
    return toSpan(hour.minus({ hours: 23 }), hour.plus({ hours: 1 }));
  }
  const today = now.startOf('day');
  const days = range === '7d' ? 6 : 29;
  return toSpan(today.minus({ days }), today.plus({ days: 1 }));
}

function toSpan(from: DateTime, to: DateTime): TimeSpan {
  return { from: from.toUTC().toISO()!, to: to.toUTC().toISO()! };
}
