import { ActivityBucket } from 'backstage-plugin-task-center-common';
import { Texts } from '../../translations';
import { formatCount } from '../common';
import { ActivityRange } from './activityRanges';
import { SERIES, Series, countSeries } from './bucketSeries';

const DAY: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
};
const CLOCK: Intl.DateTimeFormatOptions = {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

const COUNT_KEYS = {
  completed: 'activity.count.completed',
  warning: 'activity.count.warning',
  active: 'activity.count.active',
  aborted: 'activity.count.aborted',
  failed: 'activity.count.failed',
} as const satisfies Record<Series, string>;

/**
 * The time of a bar in the person's zone: `13:00–14:00`, `Sun 22 Nov, 12:00–18:00`, `Sun 22 Nov`.
 *
 * @internal
 */
export function describeTime(
  { from, to }: Pick<ActivityBucket, 'from' | 'to'>,
  range: ActivityRange,
  t: Texts,
): string {
  const locale = t('common.locale.dates');
  const day = new Intl.DateTimeFormat(locale, DAY).format(Date.parse(from));
  if (range === '30d') {
    return day;
  }
  const clock = new Intl.DateTimeFormat(locale, CLOCK);
  const hours = `${clock.format(Date.parse(from))}–${clock.format(
    Date.parse(to),
  )}`;
  return range === '24h' ? hours : t('activity.dayAndHours', { day, hours });
}

/**
 * A bar in words: `13:00–14:00: 12 completed, 1 failed`.
 *
 * @internal
 */
export function describeBucket(
  bucket: ActivityBucket,
  range: ActivityRange,
  t: Texts,
): string {
  const counts = countSeries(bucket);
  const parts = SERIES.filter(series => counts[series] > 0).map(series =>
    t(COUNT_KEYS[series], { number: formatCount(counts[series], t) }),
  );
  return t('activity.bar', {
    time: describeTime(bucket, range, t),
    counts: parts.join(t('activity.and')) || t('activity.noTasks'),
  });
}
