import { useCallback, useState } from 'react';
import {
  DraftLoss,
  loadTaskDraft,
  TaskDraft,
  TaskDraftSource,
} from './taskDraft';
import { EMPTY_TASK_FORM, TaskForm } from './TaskForm';
import { useCopiedTask } from './useCopiedTask';
import { ScriptUnits, useScriptUnits } from './useScriptUnits';
import { useTaskDraft } from './useTaskDraft';

/** @internal */
export interface TaskFormState {
  form: TaskForm;
  change(patch: Partial<TaskForm>): void;
  /** The files of the script, if it has any. */
  script: ScriptUnits;
  /** The draft that the form began with. */
  draft: TaskDraft | undefined;
  /** Forgets the draft: the task has been created or given up. */
  finish(): void;
  /** What of the form is lost when the page is left. */
  loss: DraftLoss | undefined;
  isLoading: boolean;
  /** Why the task to be copied could not be read. */
  error: Error | undefined;
}

/**
 * What the person fills in. It survives a reload of the page, except for files, and can begin as the copy of a task.
 *
 * @param defaultConnection - the id of the connection that is chosen at first where the source names none
 * @internal
 */
export function useTaskForm(
  source: TaskDraftSource,
  defaultConnection: string = '',
): TaskFormState {
  const [draft] = useState(() => loadTaskDraft(source));
  const [form, setForm] = useState<TaskForm>(() =>
    draft
      ? withoutUnseen(draft.form)
      : {
          ...EMPTY_TASK_FORM,
          connection: source.connection ?? defaultConnection,
        },
  );
  const change = useCallback(
    (patch: Partial<TaskForm>) =>
      setForm(old => withoutUnseen({ ...old, ...patch })),
    [],
  );
  const script = useScriptUnits(form.sql, change);
  const copyId = draft ? undefined : source.copy;
  const { isLoading, error } = useCopiedTask(copyId, change, script.take);
  const keeping = useTaskDraft(source, form, script.units, isLoading);

  return { form, change, script, draft, ...keeping, isLoading, error };
}

/** What the editor does not show of a text goes with the last of what it shows. */
function withoutUnseen(form: TaskForm): TaskForm {
  const { lineBreak, byteOrderMark } = EMPTY_TASK_FORM;
  return form.sql ? form : { ...form, lineBreak, byteOrderMark };
}
