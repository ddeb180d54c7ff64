import { ActivityBucket } from 'backstage-plugin-task-center-common';

/**
 * What tasks of one bar have in common. `warning` are those that are completed although statements failed or were undone.
 *
 * @internal
 */
export type Series = 'completed' | 'warning' | 'aborted' | 'active' | 'failed';

/**
 * Every {@link Series}, from the bottom of a bar to its top.
 *
 * @internal
 */
export const SERIES: readonly Series[] = [
  'completed',
  'warning',
  'active',
  'aborted',
  'failed',
];

/**
 * How many tasks of a bar are of which kind.
 *
 * @internal
 */
export function countSeries(bucket: ActivityBucket): Record<Series, number> {
  const { tasks, completedWithFailures } = bucket;
  return {
    completed: tasks.completed - completedWithFailures,
    warning: completedWithFailures,
    active: tasks.preparing + tasks.running,
    aborted: tasks.aborted,
    failed: tasks.failed,
  };
}

/**
 * How many tasks a bar has.
 *
 * @internal
 */
export function countAll(bucket: ActivityBucket): number {
  return Object.values(bucket.tasks).reduce((sum, tasks) => sum + tasks, 0);
}
