import { DateTime } from 'luxon';
import { useNow } from '../../hooks';

const JUST_NOW_MS = 10_000;

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
  const now = useNow();
  const moment = DateTime.fromISO(time);
  return (
    <time dateTime={time} title={formatExactTime(time)}>
      {describe(moment, now)}
    </time>
  );
}

/**
 * A moment to the second, in the time zone of the person who looks: `22 Nov 2026, 14:02:09 UTC+1`.
 *
 * @internal
 */
export function formatExactTime(time: string): string {
  return DateTime.fromISO(time)
    .setLocale('en')
    .toFormat("d LLL yyyy, HH:mm:ss 'UTC'Z");
}

/**
 * A day in the time zone of the person who looks: `6 Dec 2026`.
 *
 * @internal
 */
export function formatDate(time: string): string {
  return DateTime.fromISO(time).setLocale('en').toFormat('d LLL yyyy');
}

function describe(moment: DateTime, now: number): string {
  if (Math.abs(now - moment.toMillis()) < JUST_NOW_MS) {
    return 'just now';
  }
  const base = DateTime.fromMillis(now);
  const text = moment.toRelative({ base, style: 'short', locale: 'en' });
  return (text ?? '').replace('.', '');
}
