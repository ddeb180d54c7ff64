import { ReactNode, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { Task, TaskAction } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { useTaskCenterLinks } from '../../hooks';
import { ConfirmDialog, formatQuantity } from '../common';
import { ResumeDialog } from './ResumeDialog';
import { RunAgainDialog } from './RunAgainDialog';

/**
 * Asks the person, and does it when they agree.
 *
 * @internal
 */
export interface TaskActions {
  requestAbort: (task: Task) => void;
  requestDelete: (task: Task) => void;
  requestResume: (task: Task) => void;
  requestRunAgain: (task: Task) => void;
}

/** @internal */
export type TaskDeed = Exclude<
  TaskAction,
  'readResults' | 'keepResults' | 'dropResults'
>;

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
  const navigate = useNavigate();
  const links = useTaskCenterLinks();
  const [asked, setAsked] = useState<{ deed: TaskDeed; task: Task }>();
  const latest = useRef(options);
  latest.current = options;

  const actions = useMemo(
    () => ({
      requestAbort: (task: Task) => setAsked({ deed: 'abort', task }),
      requestDelete: (task: Task) => setAsked({ deed: 'delete', task }),
      requestResume: (task: Task) => setAsked({ deed: 'resume', task }),
      requestRunAgain: (task: Task) => setAsked({ deed: 'runAgain', task }),
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
  const goTo = (created: Task) => navigate(links.task(created.id));

  return {
    actions,
    dialog: asked && renderDialog(asked, { close, abort, remove, goTo }),
  };
}

interface Deeds {
  close: () => void;
  abort: (task: Task) => Promise<void>;
  remove: (task: Task) => Promise<void>;
  goTo: (created: Task) => void;
}

function renderDialog(
  { deed, task }: { deed: TaskDeed; task: Task },
  { close, abort, remove, goTo }: Deeds,
): ReactNode {
  switch (deed) {
    case 'abort':
      return (
        <ConfirmDialog
          title={`Abort “${task.name}”?`}
          confirmLabel="Abort task"
          onConfirm={() => abort(task)}
          onClose={close}
        >
          {describeAbort(task)}
        </ConfirmDialog>
      );
    case 'delete':
      return (
        <ConfirmDialog
          title={`Delete “${task.name}”?`}
          confirmLabel="Delete task"
          onConfirm={() => remove(task)}
          onClose={close}
        >
          {describeDeletion(task)}
        </ConfirmDialog>
      );
    case 'resume':
      return <ResumeDialog task={task} onCreated={goTo} onClose={close} />;
    default:
      return <RunAgainDialog task={task} onCreated={goTo} onClose={close} />;
  }
}

function describeAbort(task: Task): string {
  const before =
    task.transactionMode === 'script'
      ? 'What ran before is rolled back: all or nothing.'
      : 'What ran before stays done.';
  return `The statement that runs now is stopped on the database, and no further one is sent. ${before}`;
}

function describeDeletion(task: Task): string {
  const results =
    task.resultSets > 0
      ? `, its log and ${formatQuantity(task.resultSets, 'result set')}`
      : ' and its log';
  return `The task, its script, the record of its statements${results} are removed for good. What the script did in the database stays as it is.`;
}
