import { Texts } from '../../translations';
import { formatDate } from '../common';

const DAY_MS = 86_400_000;
const DAYS = [7, 30, 90, 365] as const;

/** @internal */
export interface RetentionChoice {
  /** ISO 8601. */
  until: string;
  label: string;
}

/**
 * For how much longer results can be kept: a few usual spans from now that are longer than what they have, and the
 * longest there is.
 *
 * @internal
 */
export function retentionChoices(
  results: {
    /** Milliseconds since 1970. */
    now: number;
    /** ISO 8601; undefined when they are not kept for a time. */
    expiresAt: string | undefined;
    maxRetentionSeconds: number;
  },
  t: Texts,
): RetentionChoice[] {
  const { now, expiresAt, maxRetentionSeconds } = results;
  const present = expiresAt ? Date.parse(expiresAt) : now;
  // A little less, because the service's clock may be behind.
  const max = now + maxRetentionSeconds * 1_000 - 60_000;
  const choices: { time: number; span: string }[] = DAYS.map(days => ({
    time: now + days * DAY_MS,
    span: t(`executionResult.keep.${days}d`),
  })).filter(({ time }) => time > present && time < max);
  if (max > present + DAY_MS / 24) {
    choices.push({ time: max, span: t('executionResult.keep.max') });
  }
  return choices.map(({ time, span }) => {
    const until = new Date(time).toISOString();
    const date = formatDate(until, t);
    return { until, label: t('executionResult.keep.choice', { span, date }) };
  });
}
