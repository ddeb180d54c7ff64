import { ReactNode, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { Task, TaskAction } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { useTaskCenterLinks } from '../../hooks';
import { Texts, useTexts } from '../../translations';
import { ConfirmDialog } from '../common';
import { deleteIfThere } from './deleteIfThere';
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
  const t = useTexts();
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
    await deleteIfThere(api, task.id);
    latest.current.onDeleted?.(task);
    await latest.current.onChanged('delete');
  };
  const goTo = (created: Task) => navigate(links.task(created.id));

  return {
    actions,
    dialog: asked && renderDialog(asked, { close, abort, remove, goTo }, t),
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
  t: Texts,
): ReactNode {
  switch (deed) {
    case 'abort':
      return (
        <ConfirmDialog
          title={t('taskActions.abort.title', { name: task.name })}
          confirmLabel={t('taskActions.abort.confirm')}
          failure={t('taskActions.abort.failed')}
          onConfirm={() => abort(task)}
          onClose={close}
        >
          {describeAbort(task, t)}
        </ConfirmDialog>
      );
    case 'delete':
      return (
        <ConfirmDialog
          title={t('taskActions.delete.title', { name: task.name })}
          confirmLabel={t('taskActions.delete.confirm')}
          failure={t('taskActions.delete.failed')}
          onConfirm={() => remove(task)}
          onClose={close}
        >
          {describeDeletion(task, t)}
        </ConfirmDialog>
      );
    case 'resume':
      return <ResumeDialog task={task} onCreated={goTo} onClose={close} />;
    default:
      return <RunAgainDialog task={task} onCreated={goTo} onClose={close} />;
  }
}

function describeAbort(task: Task, t: Texts): string {
  if (task.status === 'preparing') {
    return t('taskActions.abort.text.waiting');
  }
  return task.transactionMode === 'script'
    ? t('taskActions.abort.text.allOrNothing')
    : t('taskActions.abort.text');
}

function describeDeletion({ resultSets: count }: Task, t: Texts): string {
  return count > 0
    ? t('taskActions.delete.text.withResults', {
        resultSets: t('common.resultSets', { count }),
      })
    : t('taskActions.delete.text');
}
