import { ButtonIcon, Button, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiDeleteBinLine, RiStopCircleLine } from '@remixicon/react';
import { Task } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { MoreActions, TaskActions } from '../TaskActions';
import styles from './TaskList.module.css';

/**
 * @internal
 */
export interface TaskRowActionsProps {
  task: Task;
  actions: TaskActions;
  onView: () => void;
}

/**
 * What can be done with a task from the list.
 *
 * @internal
 */
export function TaskRowActions({ task, actions, onView }: TaskRowActionsProps) {
  const t = useTexts();
  const { name } = task;
  const canAbort = task.actions.includes('abort') && !task.abortRequestedAt;
  return (
    <div className={styles.actions}>
      <Button
        variant="tertiary"
        onPress={onView}
        aria-label={t('taskList.view.named', { name })}
      >
        {t('taskList.view')}
      </Button>
      {canAbort && (
        <TooltipTrigger>
          <ButtonIcon
            variant="tertiary"
            icon={<RiStopCircleLine />}
            aria-label={t('taskList.abort.named', { name })}
            onPress={() => actions.requestAbort(task)}
          />
          <Tooltip>{t('taskList.abort')}</Tooltip>
        </TooltipTrigger>
      )}
      {task.actions.includes('delete') && (
        <TooltipTrigger>
          <ButtonIcon
            variant="tertiary"
            icon={<RiDeleteBinLine />}
            aria-label={t('taskList.delete.named', { name })}
            onPress={() => actions.requestDelete(task)}
          />
          <Tooltip>{t('taskList.delete')}</Tooltip>
        </TooltipTrigger>
      )}
      <MoreActions task={task} actions={actions} />
    </div>
  );
}
