import { ActivityStep } from 'backstage-plugin-task-center-common';
import { TaskQuery } from '../TaskStore';

/**
 * Which tasks to count, in which parts of which time.
 *
 * @internal
 */
export interface ActivityQuery
  extends Pick<TaskQuery, 'connection' | 'createdBy' | 'criteria'> {
  /** In ms since 1970 UTC. */
  from: number;
  /** In ms since 1970 UTC, not part of the time. */
  to: number;
  step: ActivityStep;
  /** Where the days begin: a name such as `Europe/Zurich`. */
  timeZone: string;
}
