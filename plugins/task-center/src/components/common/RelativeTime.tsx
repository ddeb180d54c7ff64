import { DateTime } from 'luxon';
import { useNow } from '../../hooks';
import { Texts, useTexts } from '../../translations';

const JUST_NOW_MS = 10_000;
const DAY = { month: 'short', day: 'numeric' } as const;
const CLOCK = {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

/**
 * @internal
 */
export interface RelativeTimeProps {
  /** ISO 8601. */
  time: string;
}

/**
 * How long ago something was; the exact moment shows on hover.
 *
 * @internal
 */
export function RelativeTime({ time }: RelativeTimeProps) {
  const t = useTexts();
  const now = useNow();
  const moment = DateTime.fromISO(time);
  return (
    <time dateTime={time} title={formatExactTime(time, t)}>
      {describe(moment, now, t)}
    </time>
  );
}

/**
 * A moment to the second, in the time zone of the person who looks: `22 Nov 2026, 14:02:09 UTC+1`.
 *
 * @internal
 */
export function formatExactTime(time: string, t: Texts): string {
  const zone = DateTime.fromISO(time).toFormat("'UTC'Z");
  const text = format(time, t, {
    year: 'numeric',
    ...DAY,
    ...CLOCK,
    second: '2-digit',
  });
  return `${text} ${zone}`;
}

/**
 * A day in the time zone of the person who looks: `6 Dec 2026`.
 *
 * @internal
 */
export function formatDate(time: string, t: Texts): string {
  return format(time, t, { year: 'numeric', ...DAY });
}

/**
 * A moment of this year, in the time zone of the person who looks: `6 Dec, 14:02`.
 *
 * @internal
 */
export function formatDayAndClock(time: string, t: Texts): string {
  return format(time, t, { ...DAY, ...CLOCK });
}

function format(
  time: string,
  t: Texts,
  options: Intl.DateTimeFormatOptions,
): string {
  return DateTime.fromISO(time).toLocaleString(options, {
    locale: t('common.locale.dates'),
  });
}

function describe(moment: DateTime, now: number, t: Texts): string {
  if (Math.abs(now - moment.toMillis()) < JUST_NOW_MS) {
    return t('common.justNow');
  }
  const base = DateTime.fromMillis(now);
  const text = moment.toRelative({
    base,
    style: 'short',
    locale: t('common.locale.dates'),
  });
  return (text ?? '').replace('.', '');
}
