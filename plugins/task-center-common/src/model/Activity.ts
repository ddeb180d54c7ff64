import { TaskStatus } from './Task';

/**
 * The width of the parts that an activity is counted in: hours, quarters of a day, or days. The last two begin at
 * midnight in the time zone that is asked for, so that one of them is shorter or longer when the clocks change.
 *
 * @public
 */
export type ActivityStep = '1h' | '6h' | '1d';

/**
 * Every {@link ActivityStep}, the shortest first.
 *
 * @public
 */
export const ACTIVITY_STEPS: readonly ActivityStep[] = ['1h', '6h', '1d'];

/**
 * The tasks that were created in a part of the time. Times are ISO 8601 in UTC with milliseconds; `to` is not part of it.
 *
 * @public
 */
export interface ActivityBucket {
  from: string;
  to: string;
  /** How many of them stand where now. */
  tasks: Record<TaskStatus, number>;
  /** How many of those that are `completed` have statements that failed or were undone. */
  completedWithFailures: number;
}

/**
 * The tasks of one connection that were created in the whole time. A duration is from the first statement that was sent
 * to the end of a task, in ms; without a task that got so far there is none.
 *
 * @public
 */
export interface ConnectionActivity {
  /** The id of the connection. */
  connection: string;
  tasks: number;
  failed: number;
  /** Half of the tasks took longer. Rounded down to two significant digits. */
  medianDurationMs?: number;
  longestDurationMs?: number;
}

/**
 * What happened over time, of the tasks that the caller may see.
 *
 * @public
 */
export interface Activity {
  /** One after the other, without gaps. */
  buckets: ActivityBucket[];
  /** Only those that have tasks of that time; those with the most first. */
  connections: ConnectionActivity[];
  /** How many tasks are not over at the moment, whenever they were created. */
  now: Record<'preparing' | 'running', number>;
}
