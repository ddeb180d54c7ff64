import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Connection, Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { loadTaskDraft, TaskDraftSource } from './taskDraft';
import { readScript } from './readScript';
import { EMPTY_TASK_FORM, splitSeconds, TaskForm } from './TaskForm';
import { useTaskDraft } from './useTaskDraft';

/**
 * A script that is not edited but sent as it is.
 *
 * @internal
 */
export interface AttachedScript {
  file: File;
  /** Why it is not in the editor. */
  reason: string;
}

/** @internal */
export interface TaskFormState {
  form: TaskForm;
  attached: AttachedScript | undefined;
  change(patch: Partial<TaskForm>): void;
  /** Takes in a script, into the editor if it can be edited there. */
  takeScript(file: File): Promise<void>;
  removeAttached(): void;
  /** When the draft was kept that the form began with. ISO 8601. */
  draftSavedAt: string | undefined;
  /** Forgets the draft: the task has been created or given up. */
  finish(): void;
  isLoading: boolean;
  /** Why the task to be copied could not be read. */
  error: Error | undefined;
}

/**
 * What the person fills in. It survives a reload of the page, except for an attached file, and can begin as the copy of
 * a task.
 *
 * @param defaultConnection - the id of the connection that is chosen at first where the source names none
 * @internal
 */
export function useTaskForm(
  source: TaskDraftSource,
  defaultConnection: string = '',
): TaskFormState {
  const [draft] = useState(() => loadTaskDraft(source));
  const [form, setForm] = useState<TaskForm>(
    () =>
      draft?.form ?? {
        ...EMPTY_TASK_FORM,
        connection: source.connection ?? defaultConnection,
      },
  );
  const [attached, setAttached] = useState<AttachedScript>();
  const change = useCallback(
    (patch: Partial<TaskForm>) => setForm(old => ({ ...old, ...patch })),
    [],
  );
  const takeScript = useCallback(
    async (file: File) => {
      const script = await readScript(file);
      if ('file' in script) {
        setAttached(script);
      } else {
        setAttached(undefined);
        change(script);
      }
    },
    [change],
  );
  const copyId = draft ? undefined : source.copy;
  const { isLoading, error } = useCopiedTask(copyId, change, takeScript);
  const finish = useTaskDraft(source, form, isLoading);

  return {
    form,
    attached,
    change,
    takeScript,
    removeAttached: useCallback(() => setAttached(undefined), []),
    draftSavedAt: draft?.savedAt,
    finish,
    isLoading,
    error,
  };
}

function useCopiedTask(
  id: string | undefined,
  change: (patch: Partial<TaskForm>) => void,
  takeScript: (file: File) => Promise<void>,
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
          api.getScript(id),
          api.listConnections(),
        ]);
        if (isCurrent) {
          const connection = connections.find(c => c.id === task.connection);
          change(copyTask(task, connection));
          await takeScript(new File([script], `${task.name}.sql`));
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
  }, [id, api, change, takeScript]);

  return { isLoading, error };
}

function copyTask(
  task: Task,
  connection: Connection | undefined,
): Partial<TaskForm> {
  const execution = splitSeconds(task.executionTimeoutSeconds, [
    'minutes',
    'hours',
  ]);
  const statement = task.statementTimeoutSeconds
    ? splitSeconds(task.statementTimeoutSeconds, ['seconds', 'minutes'])
    : undefined;
  const limits = connection?.limits;
  return {
    connection: connection ? task.connection : '',
    name: task.name,
    nameEdited: true,
    description: task.description ?? '',
    delimiter: task.delimiter,
    errorHandling: task.errorHandling,
    transactionMode: task.transactionMode,
    // A setting that is the default stays one, so that it follows when another connection is chosen.
    ...(task.resultLimit !== limits?.resultRows.default && {
      resultLimit: String(task.resultLimit),
    }),
    ...(task.executionTimeoutSeconds !==
      limits?.executionTimeoutSeconds.default && {
      executionTimeout: execution.value,
      executionTimeoutUnit: execution.unit,
    }),
    ...(statement && {
      statementTimeout: statement.value,
      statementTimeoutUnit: statement.unit,
    }),
  };
}
