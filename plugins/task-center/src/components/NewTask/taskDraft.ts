import { EMPTY_TASK_FORM, TaskForm } from './TaskForm';

const KEY = 'task-center.new-task';

interface StoredDraft {
  source: string;
  form: TaskForm;
}

/**
 * The form as it was left in this tab, if it began from the same source: a task that is copied, or nothing (`''`).
 *
 * @internal
 */
export function loadTaskDraft(source: string): TaskForm | undefined {
  try {
    const stored = sessionStorage.getItem(KEY);
    const draft: StoredDraft | undefined = stored && JSON.parse(stored);
    return draft?.source === source
      ? { ...EMPTY_TASK_FORM, ...draft.form }
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps the form for this tab until it is closed. Says whether there was room for it.
 *
 * @internal
 */
export function saveTaskDraft(source: string, form: TaskForm): boolean {
  try {
    const draft: StoredDraft = { source, form };
    sessionStorage.setItem(KEY, JSON.stringify(draft));
    return true;
  } catch {
    clearTaskDraft();
    return false;
  }
}

/** @internal */
export function clearTaskDraft(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
