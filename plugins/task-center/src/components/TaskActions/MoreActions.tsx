import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiMore2Line,
  RiRestartLine,
  RiSkipForwardLine,
} from '@remixicon/react';
import { Task } from 'backstage-plugin-task-center-common';
import { TaskActions } from './useTaskActions';

/** @internal */
export interface MoreActionsProps {
  task: Task;
  actions: TaskActions;
}

/**
 * The ways to make a new task of one, behind a button. Nothing when there are none.
 *
 * @internal
 */
export function MoreActions({ task, actions }: MoreActionsProps) {
  const canResume = task.actions.includes('resume');
  const canRunAgain = task.actions.includes('runAgain');
  if (!canResume && !canRunAgain) {
    return null;
  }
  return (
    <MenuTrigger>
      <ButtonIcon
        variant="tertiary"
        icon={<RiMore2Line />}
        aria-label={`More actions for ${task.name}`}
      />
      <Menu placement="bottom end">
        {canResume && (
          <MenuItem
            iconStart={<RiSkipForwardLine />}
            onAction={() => actions.requestResume(task)}
          >
            Resume…
          </MenuItem>
        )}
        {canRunAgain && (
          <MenuItem
            iconStart={<RiRestartLine />}
            onAction={() => actions.requestRunAgain(task)}
          >
            Run again
          </MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  );
}
