import { isFinalStatus, TaskAction } from 'backstage-plugin-task-center-common';
import { RegisteredConnection } from '../connections';
import { TaskRow } from '../database';
import { TaskResource, TaskRights } from './permissions';
import { findObstacle } from './resume';
import { isResumable } from './resume/checkResumable';

/**
 * What a caller may do with a task now.
 *
 * @param options - `creatable` is the task's connection if the caller may create tasks on it; `resumptions` are the tasks
 * that go on where this one ended
 * @internal
 */
export function actionsOf(
  row: TaskRow,
  options: {
    resource: TaskResource;
    rights: TaskRights;
    creatable: RegisteredConnection | undefined;
    resumptions: TaskRow[] | undefined;
  },
): TaskAction[] {
  const { resource, rights, creatable, resumptions } = options;
  const ended = isFinalStatus(row.status);
  const hasResults = row.result_sets > 0;
  const actions: [TaskAction, boolean][] = [
    [
      'abort',
      !ended && row.abort_requested_at === null && rights.canAbort(resource),
    ],
    ['delete', ended && rights.canDelete(resource)],
    ['readResults', rights.canReadResults(resource)],
    ['keepResults', ended && hasResults && rights.canDelete(resource)],
    ['dropResults', ended && hasResults && rights.canDelete(resource)],
    [
      'resume',
      creatable !== undefined &&
        isResumable(row, creatable) &&
        !findObstacle(resumptions),
    ],
    ['runAgain', creatable !== undefined],
  ];
  return actions.filter(([, may]) => may).map(([action]) => action);
}
