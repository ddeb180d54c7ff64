import {
  Button,
  ButtonIcon,
  Menu,
  MenuItem,
  MenuTrigger,
  VisuallyHidden,
} from '@backstage/ui';
import {
  RiCheckLine,
  RiDeleteBinLine,
  RiErrorWarningLine,
  RiFileAddLine,
  RiLinksLine,
  RiMore2Line,
  RiRestartLine,
  RiSkipForwardLine,
  RiStopCircleLine,
} from '@remixicon/react';
import { Connection, Task } from 'backstage-plugin-task-center-common';
import { useTaskCenterLinks } from '../../hooks';
import { useTexts } from '../../translations';
import { useCopy } from '../common';
import { TaskActions } from '../TaskActions';
import { WatchButton } from '../TaskWatch';
import styles from './TaskHeader.module.css';

/** @internal */
export interface HeaderActionsProps {
  task: Task;
  connection: Connection | undefined;
  actions: TaskActions;
}

/**
 * What can be done with the task that is looked at.
 *
 * @internal
 */
export function HeaderActions(props: HeaderActionsProps) {
  const t = useTexts();
  const { task, connection, actions } = props;
  const can = new Set(task.actions);
  return (
    <div className={styles.actions}>
      <WatchButton task={task} />
      {can.has('abort') && !task.abortRequestedAt && (
        <Button
          variant="secondary"
          iconStart={<RiStopCircleLine />}
          onPress={() => actions.requestAbort(task)}
        >
          {t('taskActions.abort')}
        </Button>
      )}
      {can.has('resume') && (
        <Button
          variant="secondary"
          iconStart={<RiSkipForwardLine />}
          onPress={() => actions.requestResume(task)}
        >
          {t('resume.open')}
        </Button>
      )}
      {can.has('runAgain') && (
        <Button
          variant="secondary"
          iconStart={<RiRestartLine />}
          onPress={() => actions.requestRunAgain(task)}
        >
          {t('taskActions.runAgain')}
        </Button>
      )}
      {can.has('delete') && (
        <Button
          variant="secondary"
          iconStart={<RiDeleteBinLine />}
          onPress={() => actions.requestDelete(task)}
        >
          {t('taskActions.delete')}
        </Button>
      )}
      <OtherActions task={task} canCopy={Boolean(connection?.canCreateTask)} />
    </div>
  );
}

function OtherActions({ task, canCopy }: { task: Task; canCopy: boolean }) {
  const t = useTexts();
  const links = useTaskCenterLinks();
  const { copy, outcome } = useCopy();
  const icons = { copied: <RiCheckLine />, failed: <RiErrorWarningLine /> };
  const words = {
    copied: t('taskActions.copyLink.copied'),
    failed: t('taskActions.copyLink.failed'),
  };
  return (
    <>
      <MenuTrigger>
        <ButtonIcon
          variant="tertiary"
          icon={outcome ? icons[outcome] : <RiMore2Line />}
          aria-label={t('taskActions.more')}
        />
        <Menu placement="bottom end">
          {canCopy && (
            <MenuItem
              iconStart={<RiFileAddLine />}
              href={links.newTask({ copy: task.id })}
            >
              {t('taskActions.newTask')}
            </MenuItem>
          )}
          <MenuItem
            iconStart={<RiLinksLine />}
            onAction={() =>
              copy(`${window.location.origin}${links.task(task.id)}`)
            }
          >
            {t('taskActions.copyLink')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      <VisuallyHidden aria-live="polite">
        {outcome && words[outcome]}
      </VisuallyHidden>
    </>
  );
}
