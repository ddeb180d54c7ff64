import { Duration } from 'luxon';

/**
 * How far back a list of tasks or their activity can reach, as it stands in the URL.
 *
 * @internal
 */
export type CreatedRange = '1h' | '24h' | '7d' | '30d';

const DURATIONS: Record<CreatedRange, Duration> = {
  '1h': Duration.fromObject({ hours: 1 }),
  '24h': Duration.fromObject({ hours: 24 }),
  '7d': Duration.fromObject({ days: 7 }),
  '30d': Duration.fromObject({ days: 30 }),
};

/**
 * Every {@link CreatedRange}, the shortest first.
 *
 * @internal
 */
export const CREATED_RANGES = Object.keys(DURATIONS) as CreatedRange[];

/** @internal */
export function durationOf(range: CreatedRange): Duration {
  return DURATIONS[range];
}
