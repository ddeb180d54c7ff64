import { Task, isFinalStatus } from 'backstage-plugin-task-center-common';
import { taskChanges } from '../api/taskChanges';

/**
 * Tells the other parts of the pages of tasks that were under way when they were last loaded, and are over now.
 *
 * @internal
 */
export function tellOfEnds(previous: Task[], next: Task[]): void {
  const underWay = new Set(
    previous.filter(each => !isFinalStatus(each.status)).map(({ id }) => id),
  );
  if (
    next.some(({ id, status }) => isFinalStatus(status) && underWay.has(id))
  ) {
    taskChanges.tell();
  }
}
