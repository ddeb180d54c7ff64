import { useCallback, useEffect, useMemo, useRef } from 'react';
import { clearTaskDraft, saveTaskDraft, TaskDraftSource } from './taskDraft';
import { ScriptUnit } from './ScriptUnit';
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
  units: ScriptUnit[],
  isLoading: boolean,
): () => void {
  const sourceRef = useRef(source);
  const isFinished = useRef(false);
  const { files, content } = useMemo(() => {
    const names = units.flatMap(({ file }) => (file ? [file.name] : []));
    return { files: names, content: JSON.stringify({ form, names }) };
  }, [form, units]);
  const latest = useRef({ form, files, content });
  latest.current = { form, files, content };
  const known = useRef(content);

  const save = useCallback(() => {
    const { form: current, files: names, content: now } = latest.current;
    if (isFinished.current || known.current === now) {
      return;
    }
    known.current = now;
    if (isEmpty(current) && !names.length) {
      clearTaskDraft(sourceRef.current);
    } else {
      saveTaskDraft(sourceRef.current, current, names);
    }
  }, []);

  useEffect(() => {
    if (!isLoading) {
      known.current = latest.current.content;
    }
  }, [isLoading]);
  useEffect(() => {
    if (isLoading) {
      return undefined;
    }
    const timer = setTimeout(save, SAVE_MS);
    return () => clearTimeout(timer);
  }, [content, isLoading, save]);
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
