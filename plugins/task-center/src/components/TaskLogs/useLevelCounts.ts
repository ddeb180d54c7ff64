import { useApi } from '@backstage/frontend-plugin-api';
import { isFinalStatus, Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { usePolling } from '../../hooks';

const POLL_MS = 5_000;

/**
 * How many warnings and errors a log holds.
 *
 * @internal
 */
export interface LevelCounts {
  warn: number;
  error: number;
}

/**
 * @param attempt - another number begins anew
 * @internal
 */
export function useLevelCounts(
  task: Task,
  attempt: number,
): LevelCounts | undefined {
  const api = useApi(taskCenterApiRef);
  const isFinal = isFinalStatus(task.status);
  const { data } = usePolling<LevelCounts>({
    key: `levels ${task.id} ${isFinal} ${attempt}`,
    load: async signal => {
      const [warn, error] = await Promise.all(
        (['warn', 'error'] as const).map(level =>
          api.getLogs(task.id, { level, limit: 0, signal }),
        ),
      );
      return { warn: warn.totalItems, error: error.totalItems };
    },
    intervalMs: () => (isFinal ? undefined : POLL_MS),
  });
  return data;
}
