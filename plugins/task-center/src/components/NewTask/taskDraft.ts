import { EMPTY_TASK_FORM, TaskForm } from './TaskForm';

const KEY = 'task-center.new-task';

/**
 * Whose form for a new task it is, and what it began from, as the address says it. Each has a draft of its own.
 *
 * @internal
 */
export interface TaskDraftSource {
  /** The entity ref of the person. */
  user: string;
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
  /** Whether the editor's text was too large to be kept with it. */
  isWithoutText?: boolean;
  /** ISO 8601. */
  savedAt: string;
}

/**
 * What the browser had no room for.
 *
 * @internal
 */
export type DraftLoss = 'text' | 'all';

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
 * Keeps the form for this tab until it is closed, and the names of its files. Where there is no room for the editor's text
 * it keeps the rest.
 *
 * @returns what is lost when the page is left; undefined when nothing is
 * @internal
 */
export function saveTaskDraft(
  source: TaskDraftSource,
  form: TaskForm,
  files: string[] = [],
): DraftLoss | undefined {
  const savedAt = new Date().toISOString();
  const draft: TaskDraft = { form, files, savedAt };
  if (store(source, draft)) {
    return undefined;
  }
  // What is there takes up the room that the rest may need.
  clearTaskDraft(source);
  const rest = { ...draft, form: { ...form, sql: '' }, isWithoutText: true };
  return form.sql && store(source, rest) ? 'text' : 'all';
}

/** @internal */
export function clearTaskDraft(source: TaskDraftSource): void {
  try {
    sessionStorage.removeItem(keyOf(source));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function store(source: TaskDraftSource, draft: TaskDraft): boolean {
  try {
    sessionStorage.setItem(keyOf(source), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

function keyOf({ user, copy = '', connection = '' }: TaskDraftSource): string {
  return `${KEY} ${JSON.stringify([user, copy, connection])}`;
}
