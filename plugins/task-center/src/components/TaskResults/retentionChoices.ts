import { formatDate } from '../common';

const DAY_MS = 86_400_000;
const DAYS: [number, string][] = [
  [7, '7 days'],
  [30, '30 days'],
  [90, '90 days'],
  [365, 'a year'],
];

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
  now: number,
  expiresAt: string | undefined,
  maxRetentionSeconds: number,
): RetentionChoice[] {
  const present = expiresAt ? Date.parse(expiresAt) : now;
  // A little less, because the service's clock may be behind.
  const max = now + maxRetentionSeconds * 1_000 - 60_000;
  const choices = DAYS.map(([days, label]) => ({
    time: now + days * DAY_MS,
    label,
  })).filter(({ time }) => time > present && time < max);
  if (max > present + DAY_MS / 24) {
    choices.push({ time: max, label: 'as long as possible' });
  }
  return choices.map(({ time, label }) => {
    const until = new Date(time).toISOString();
    return { until, label: `${label} (until ${formatDate(until)})` };
  });
}
