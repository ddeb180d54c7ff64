import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { taskCenterApiRef } from '../../api';
import { copyTask } from './copyTask';
import { TaskForm } from './TaskForm';

/**
 * Fills a form from a task.
 *
 * @param id - of the task, if there is one to copy
 * @internal
 */
export function useCopiedTask(
  id: string | undefined,
  change: (patch: Partial<TaskForm>) => void,
  takeFiles: (files: File[]) => Promise<void>,
) {
  const api = useApi(taskCenterApiRef);
  const [isLoading, setIsLoading] = useState(Boolean(id));
  const [error, setError] = useState<Error>();

  useEffect(() => {
    if (!id) {
      return undefined;
    }
    let isCurrent = true;
    (async () => {
      try {
        const [task, script, connections] = await Promise.all([
          api.getTask(id),
          api.getScriptFile(id),
          api.listConnections(),
        ]);
        if (isCurrent) {
          const connection = connections.find(c => c.id === task.connection);
          change(copyTask(task, connection));
          await takeFiles([new File([script], `${task.name}.sql`)]);
        }
      } catch (e) {
        if (isCurrent) {
          setError(e as Error);
        }
      } finally {
        if (isCurrent) {
          setIsLoading(false);
        }
      }
    })();
    return () => {
      isCurrent = false;
    };
  }, [id, api, change, takeFiles]);

  return { isLoading, error };
}
