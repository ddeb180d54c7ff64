import { useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { joinScript } from './joinScript';
import { MAX_EDITED_BYTES } from './readScript';
import { ScriptCount } from './ScriptCount';
import { ScriptPart } from './ScriptPart';
import { TaskForm } from './TaskForm';
import { toCreateTaskRequest } from './toCreateTaskRequest';
import { Upload } from './UploadProgress';

/** @internal */
export interface CreateTask {
  /** Gives `undefined` when the backend did not take the task, or the upload was cancelled. */
  create(
    form: TaskForm,
    parts: ScriptPart[],
    count: ScriptCount,
  ): Promise<Task | undefined>;
  isCreating: boolean;
  /** The upload under way. */
  upload: Upload | undefined;
  cancelUpload(): void;
  /** Why the backend did not take the task. */
  error: Error | undefined;
}

/**
 * Sends the form to the backend, and the script before it when it is large or made of files.
 *
 * @internal
 */
export function useCreateTask(): CreateTask {
  const api = useApi(taskCenterApiRef);
  const [isCreating, setIsCreating] = useState(false);
  const [upload, setUpload] = useState<Upload>();
  const [error, setError] = useState<Error>();
  const abort = useRef<AbortController>();

  const send = async (script: Blob) => {
    const total = script.size;
    abort.current = new AbortController();
    setUpload({ sent: 0, total });
    const { scriptId } = await api.uploadScript(script, {
      signal: abort.current.signal,
      onProgress: sent => setUpload({ sent, total }),
    });
    return { scriptId };
  };

  const create: CreateTask['create'] = async (form, parts, count) => {
    setIsCreating(true);
    setError(undefined);
    try {
      const [{ content }] = parts;
      const isInline =
        parts.length === 1 && typeof content === 'string' && !isLarge(content);
      const script = isInline
        ? { sql: content }
        : await send(await joinScript(parts, count, form.delimiter));
      return await api.createTask(toCreateTaskRequest(form, script));
    } catch (e) {
      if ((e as Error).name !== 'AbortError') {
        setError(e as Error);
      }
      return undefined;
    } finally {
      setIsCreating(false);
      setUpload(undefined);
    }
  };

  const cancelUpload = () => abort.current?.abort();
  return { create, isCreating, upload, cancelUpload, error };
}

function isLarge(sql: string): boolean {
  return new Blob([sql]).size > MAX_EDITED_BYTES;
}
