import { TaskStatement } from './TaskStatement';

/**
 * How long statements in a row took together.
 *
 * @public
 */
export interface TimelineBucket {
  /** The number of its first statement. */
  from: number;
  /** The number of its last statement. */
  to: number;
  /** All of them together, in milliseconds. */
  durationMs: number;
  /** The number of the one that took longest. */
  slowest: number;
  /** How long that one took, in milliseconds. */
  slowestMs: number;
  /** How many failed. */
  failed: number;
  /** How many were ended before they were through, or were lost with their session. */
  ended: number;
  /** How many had succeeded and were undone with their transaction. */
  rolledBack: number;
}

/**
 * Where the time of a task went.
 *
 * @public
 */
export interface TaskTimeline {
  /** The number of the first statement that the task runs. */
  firstStatement: number;
  /** The number of the last one that it runs when nothing goes wrong. Absent until the script has been read through. */
  lastStatement?: number;
  /** All statements with an outcome together, in milliseconds. */
  durationMs: number;
  /** The statements with an outcome, in order. */
  buckets: TimelineBucket[];
  /** Those that took longest, the longest first. */
  slowest: TaskStatement[];
}
