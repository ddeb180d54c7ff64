import { ReactNode, useMemo, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { ConfirmDialog, formatQuantity } from '../common';

/**
 * Asks the person, and does it when they agree.
 *
 * @internal
 */
export interface TaskActions {
  requestAbort: (task: Task) => void;
  requestDelete: (task: Task) => void;
}

/** @internal */
export type TaskDeed = 'abort' | 'delete';

/**
 * @internal
 */
export interface TaskActionsOptions {
  /** Called after something has been done to a task. */
  onChanged: (deed: TaskDeed) => Promise<void>;
  /** Called after a task has gone. */
  onDeleted?: (task: Task) => void;
}

/**
 * What can be done with a task, and the dialog that asks first.
 *
 * @internal
 */
export function useTaskActions(options: TaskActionsOptions): {
  actions: TaskActions;
  dialog: ReactNode;
} {
  const api = useApi(taskCenterApiRef);
  const [asked, setAsked] = useState<{ deed: TaskDeed; task: Task }>();
  const latest = useRef(options);
  latest.current = options;

  const actions = useMemo(
    () => ({
      requestAbort: (task: Task) => setAsked({ deed: 'abort', task }),
      requestDelete: (task: Task) => setAsked({ deed: 'delete', task }),
    }),
    [],
  );

  const close = () => setAsked(undefined);
  const abort = async (task: Task) => {
    await api.abortTask(task.id);
    await latest.current.onChanged('abort');
  };
  const remove = async (task: Task) => {
    await api.deleteTask(task.id);
    latest.current.onDeleted?.(task);
    await latest.current.onChanged('delete');
  };

  const dialog =
    asked &&
    (asked.deed === 'abort' ? (
      <ConfirmDialog
        title={`Abort “${asked.task.name}”?`}
        confirmLabel="Abort task"
        onConfirm={() => abort(asked.task)}
        onClose={close}
      >
        The statement that runs now is stopped on the database, and no further
        one is sent. What ran before stays done.
      </ConfirmDialog>
    ) : (
      <ConfirmDialog
        title={`Delete “${asked.task.name}”?`}
        confirmLabel="Delete task"
        onConfirm={() => remove(asked.task)}
        onClose={close}
      >
        {describeDeletion(asked.task)}
      </ConfirmDialog>
    ));

  return { actions, dialog };
}

function describeDeletion(task: Task): string {
  const results =
    task.resultSets > 0
      ? `, its log and ${formatQuantity(task.resultSets, 'result set')}`
      : ' and its log';
  return `The task, its script, the record of its statements${results} are removed for good. What the script did in the database stays as it is.`;
}
