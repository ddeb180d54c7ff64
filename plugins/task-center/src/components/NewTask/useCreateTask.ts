import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { joinScript } from './joinScript';
import { MAX_EDITED_BYTES } from './readScript';
import { ReadySubmission } from './ReadySubmission';
import { toCreateTaskRequest } from './toCreateTaskRequest';
import { Upload } from './UploadProgress';

/** @internal */
export interface CreateTask {
  /** Gives `undefined` when the backend did not take the task, or it was aborted before the task was asked for. */
  create(
    submission: ReadySubmission,
    signal: AbortSignal,
  ): Promise<Task | undefined>;
  isCreating: boolean;
  /** The upload under way. */
  upload: Upload | undefined;
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

  const send = async (script: Blob, signal: AbortSignal) => {
    const total = script.size;
    signal.throwIfAborted();
    setUpload({ sent: 0, total });
    const { scriptId } = await api.uploadScript(script, {
      signal,
      onProgress: sent => setUpload({ sent, total }),
    });
    // From here on it is too late to cancel it.
    setUpload(undefined);
    return { scriptId };
  };

  const create: CreateTask['create'] = async (
    { form, parts, count },
    signal,
  ) => {
    setIsCreating(true);
    setError(undefined);
    try {
      const [{ content }] = parts;
      const isInline =
        parts.length === 1 && typeof content === 'string' && !isLarge(content);
      const script = isInline
        ? { sql: content }
        : await send(await joinScript(parts, count, form.delimiter), signal);
      signal.throwIfAborted();
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

  return { create, isCreating, upload, error };
}

function isLarge(sql: string): boolean {
  return new Blob([sql]).size > MAX_EDITED_BYTES;
}
