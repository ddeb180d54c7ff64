import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Connection, Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { countScript, ScriptCount } from './countScript';
import { editedScript, MAX_EDITED_BYTES } from './readScript';
import { TaskForm } from './TaskForm';
import { toCreateTaskRequest } from './toCreateTaskRequest';
import { checkDelimiter, ScriptFacts } from './validateTaskForm';

/** @internal */
export interface CreateTask {
  create(form: TaskForm, file: File | undefined): Promise<Task | undefined>;
  isCreating: boolean;
  /** Why the backend did not take the task. */
  error: Error | undefined;
}

/**
 * Sends the form to the backend, and the script before it when it is large or a file.
 *
 * @internal
 */
export function useCreateTask(): CreateTask {
  const api = useApi(taskCenterApiRef);
  const [isCreating, setIsCreating] = useState(false);
  const [error, setError] = useState<Error>();

  const create = async (form: TaskForm, file: File | undefined) => {
    setIsCreating(true);
    setError(undefined);
    try {
      const sql = editedScript(form);
      const upload = file ?? (isLarge(sql) ? new Blob([sql]) : undefined);
      const script = upload
        ? { scriptId: (await api.uploadScript(upload)).scriptId }
        : { sql };
      return await api.createTask(toCreateTaskRequest(form, script));
    } catch (e) {
      setError(e as Error);
      return undefined;
    } finally {
      setIsCreating(false);
    }
  };

  return { create, isCreating, error };
}

/**
 * What must be known of a script before it is sent. A text is counted to its end, as it is now; of a file, what is known
 * suffices, because the backend reads it through anyway.
 *
 * @internal
 */
export async function settleScriptCount(
  form: TaskForm,
  file: File | undefined,
  known: { count: ScriptCount | undefined; isCounting: boolean },
  connection: Connection | undefined,
): Promise<ScriptCount | undefined> {
  if (file) {
    return known.isCounting ? undefined : known.count;
  }
  return checkDelimiter(form.delimiter)
    ? undefined
    : countScript(form.sql, {
        dialect: connection?.dialect ?? 'mysql',
        delimiter: form.delimiter,
        signal: new AbortController().signal,
      });
}

/** @internal */
export function toScriptFacts(
  form: TaskForm,
  file: File | undefined,
  count: ScriptCount | undefined,
): ScriptFacts {
  return {
    bytes: file?.size ?? new Blob([editedScript(form)]).size,
    statements: count?.isFinished ? count.statements : undefined,
    problem: count?.problem,
  };
}

function isLarge(sql: string): boolean {
  return new Blob([sql]).size > MAX_EDITED_BYTES;
}
