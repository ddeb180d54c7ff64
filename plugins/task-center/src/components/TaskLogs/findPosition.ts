import { LogLevelFilter } from 'backstage-plugin-task-center-common';
import { TaskCenterApi } from '../../api';

/**
 * Where a line stands among the lines of a level, from 0. When it is not one of them, this is the place of the next that
 * is; behind the last one, it is the number of lines.
 *
 * @param index - the line's number in the whole log
 * @internal
 */
export async function findPosition(
  api: TaskCenterApi,
  line: {
    taskId: string;
    level: LogLevelFilter;
    index: number;
    signal?: AbortSignal;
  },
): Promise<number> {
  const { taskId, level, index, signal } = line;
  if (level === 'all') {
    return index;
  }
  const { firstPosition, totalItems } = await api.getLogs(taskId, {
    ...{ level, after: index - 1, limit: 1, signal },
  });
  return firstPosition ?? totalItems;
}
