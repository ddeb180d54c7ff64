import { Activity, ActivityBucket } from 'backstage-plugin-task-center-common';

const HOUR_MS = 3_600_000;
const NOTHING = {
  preparing: 0,
  running: 0,
  completed: 0,
  failed: 0,
  aborted: 0,
};

/**
 * A day in which nothing happened, but for what is said otherwise.
 *
 * @internal
 */
export function createActivity(values: Partial<Activity> = {}): Activity {
  return {
    buckets: Array.from({ length: 24 }, (_, hour) => createBucket(hour)),
    connections: [],
    now: { preparing: 0, running: 0 },
    ...values,
  };
}

/**
 * An hour of 22 November 2026 in UTC.
 *
 * @internal
 */
export function createBucket(
  hour: number,
  tasks: Partial<ActivityBucket['tasks']> = {},
  completedWithFailures = 0,
): ActivityBucket {
  const from = Date.parse('2026-11-22T00:00:00Z') + hour * HOUR_MS;
  return {
    from: new Date(from).toISOString(),
    to: new Date(from + HOUR_MS).toISOString(),
    tasks: { ...NOTHING, ...tasks },
    completedWithFailures,
  };
}
