import { ButtonIcon, Button, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiDeleteBinLine, RiStopCircleLine } from '@remixicon/react';
import { Task } from 'backstage-plugin-task-center-common';
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
  const canAbort = task.actions.includes('abort') && !task.abortRequestedAt;
  return (
    <div className={styles.actions}>
      <Button
        variant="tertiary"
        onPress={onView}
        aria-label={`View ${task.name}`}
      >
        View
      </Button>
      {canAbort && (
        <TooltipTrigger>
          <ButtonIcon
            variant="tertiary"
            icon={<RiStopCircleLine />}
            aria-label={`Abort ${task.name}`}
            onPress={() => actions.requestAbort(task)}
          />
          <Tooltip>Abort</Tooltip>
        </TooltipTrigger>
      )}
      {task.actions.includes('delete') && (
        <TooltipTrigger>
          <ButtonIcon
            variant="tertiary"
            icon={<RiDeleteBinLine />}
            aria-label={`Delete ${task.name}`}
            onPress={() => actions.requestDelete(task)}
          />
          <Tooltip>Delete</Tooltip>
        </TooltipTrigger>
      )}
      <MoreActions task={task} actions={actions} />
    </div>
  );
}
