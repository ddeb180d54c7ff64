import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiMore2Line,
  RiRestartLine,
  RiSkipForwardLine,
} from '@remixicon/react';
import { Task } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
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
  const t = useTexts();
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
        aria-label={t('taskActions.more.named', { name: task.name })}
      />
      <Menu placement="bottom end">
        {canResume && (
          <MenuItem
            iconStart={<RiSkipForwardLine />}
            onAction={() => actions.requestResume(task)}
          >
            {t('resume.open')}
          </MenuItem>
        )}
        {canRunAgain && (
          <MenuItem
            iconStart={<RiRestartLine />}
            onAction={() => actions.requestRunAgain(task)}
          >
            {t('taskActions.runAgain')}
          </MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  );
}
