import { EMPTY_TASK_FORM, TaskForm } from './TaskForm';

const KEY = 'task-center.new-task';

/**
 * What the form for a new task began from, as the address says it. Each has a draft of its own.
 *
 * @internal
 */
export interface TaskDraftSource {
  /** The id of a task that is copied. */
  copy?: string;
  /** The id of a connection. */
  connection?: string;
}

/** @internal */
export interface TaskDraft {
  form: TaskForm;
  /** The names of the files of the script, which a browser does not keep. */
  files?: string[];
  /** ISO 8601. */
  savedAt: string;
}

/**
 * The form as it was left in this tab, if it began from the same source.
 *
 * @internal
 */
export function loadTaskDraft(source: TaskDraftSource): TaskDraft | undefined {
  try {
    const stored = sessionStorage.getItem(keyOf(source));
    const draft: TaskDraft | undefined = stored && JSON.parse(stored);
    return draft && { ...draft, form: { ...EMPTY_TASK_FORM, ...draft.form } };
  } catch {
    return undefined;
  }
}

/**
 * Keeps the form for this tab until it is closed, and the names of its files. Says whether there was room for it.
 *
 * @internal
 */
export function saveTaskDraft(
  source: TaskDraftSource,
  form: TaskForm,
  files: string[] = [],
): boolean {
  try {
    const savedAt = new Date().toISOString();
    const draft: TaskDraft = { form, files, savedAt };
    sessionStorage.setItem(keyOf(source), JSON.stringify(draft));
    return true;
  } catch {
    clearTaskDraft(source);
    return false;
  }
}

/** @internal */
export function clearTaskDraft(source: TaskDraftSource): void {
  try {
    sessionStorage.removeItem(keyOf(source));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function keyOf({ copy = '', connection = '' }: TaskDraftSource): string {
  return `${KEY} ${JSON.stringify([copy, connection])}`;
}
