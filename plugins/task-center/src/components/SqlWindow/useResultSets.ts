import { useContext } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  isFinalStatus,
  ResultSet,
  Task,
} from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { Polled, usePolling } from '../../hooks';
import { ResultsAheadContext } from './ahead';

const POLL_MS = 2_000;

/**
 * The result sets of a task, kept up to date while it goes on. They are not asked for where the person may not read them.
 *
 * @internal
 */
export function useResultSets(task: Task): Polled<ResultSet[]> {
  const api = useApi(taskCenterApiRef);
  const ahead = useContext(ResultsAheadContext);
  const isFinal = isFinalStatus(task.status);
  const isReadable = task.actions.includes('readResults');
  const areThere = isReadable && !task.resultsRemoved;
  const polled = usePolling({
    key: areThere ? `results ${task.id} ${isFinal}` : undefined,
    load: async () =>
      (await ahead?.takeResults(task.id)) ?? api.listResults(task.id),
    intervalMs: () => (isFinal ? undefined : POLL_MS),
  });
  return task.resultsRemoved ? { ...polled, data: [] } : polled;
}
