import { useCallback, useEffect, useRef } from 'react';
import { clearTaskDraft, saveTaskDraft, TaskDraftSource } from './taskDraft';
import { EMPTY_TASK_FORM, TaskForm } from './TaskForm';

const SAVE_MS = 300;

/**
 * Keeps a form as a draft as soon as it differs from how it began. Gives a function that forgets the draft for good.
 *
 * @param isLoading - whether the form is still being filled from a task
 * @internal
 */
export function useTaskDraft(
  source: TaskDraftSource,
  form: TaskForm,
  isLoading: boolean,
): () => void {
  const sourceRef = useRef(source);
  const isFinished = useRef(false);
  const latest = useRef(form);
  latest.current = form;
  const known = useRef(form);

  const save = useCallback(() => {
    if (!isFinished.current && !isSame(known.current, latest.current)) {
      known.current = latest.current;
      if (isEmpty(latest.current)) {
        clearTaskDraft(sourceRef.current);
      } else {
        saveTaskDraft(sourceRef.current, latest.current);
      }
    }
  }, []);

  useEffect(() => {
    if (!isLoading) {
      known.current = latest.current;
    }
  }, [isLoading]);
  useEffect(() => {
    if (isLoading) {
      return undefined;
    }
    const timer = setTimeout(save, SAVE_MS);
    return () => clearTimeout(timer);
  }, [form, isLoading, save]);
  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => window.removeEventListener('pagehide', save);
  }, [save]);

  return useCallback(() => {
    isFinished.current = true;
    clearTaskDraft(sourceRef.current);
  }, []);
}

function isEmpty(form: TaskForm): boolean {
  return isSame({ ...form, connection: '' }, EMPTY_TASK_FORM);
}

function isSame(a: TaskForm, b: TaskForm): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
