import { RemovedResults } from 'backstage-plugin-task-center-common';
import { formatDate } from '../common';

/**
 * When results were removed, and why.
 *
 * @internal
 */
export function describeRemoval({ at, reason }: RemovedResults): string {
  return reason === 'expired'
    ? `The results were removed on ${formatDate(
        at,
      )}, when their time was over. The record of the task is still here.`
    : `The results were dropped on ${formatDate(
        at,
      )}. The record of the task is still here.`;
}
