import { ButtonIcon, Link, Text, VisuallyHidden } from '@backstage/ui';
import {
  RiCloseLine,
  RiDatabase2Line,
  RiExpandDiagonalLine,
} from '@remixicon/react';
import { DateTime } from 'luxon';
import { Task } from 'backstage-plugin-task-center-common';
import { useNow, useTaskCenterLinks } from '../../hooks';
import { useTexts } from '../../translations';
import {
  ConnectionName,
  ConnectionNameProps,
  EntityLink,
  RelativeTime,
  formatDuration,
  formatElapsed,
  formatExactTime,
  formatUser,
} from '../common';
import { TaskStatusLabel, statusInWords } from '../TaskStatusLabel';
import { TaskActions } from '../TaskActions';
import { HeaderActions } from './HeaderActions';
import { TaskRelations } from './TaskRelations';
import styles from './TaskHeader.module.css';

/**
 * @internal
 */
export interface TaskHeaderProps extends Omit<ConnectionNameProps, 'describe'> {
  titleId: string;
  actions: TaskActions;
  /** Given where the details can be closed, and so can also be opened as a page. */
  onClose?: () => void;
}

/**
 * Says which task this is, how it stands, and what can be done with it.
 *
 * @internal
 */
export function TaskHeader(props: TaskHeaderProps) {
  const t = useTexts();
  const { task, connection, titleId, onClose } = props;
  const links = useTaskCenterLinks();

  return (
    <header className={styles.root}>
      <div className={styles.titleRow}>
        <Text
          as="h2"
          id={titleId}
          variant="title-x-small"
          weight="bold"
          className={styles.title}
        >
          {task.name}
        </Text>
        {onClose && (
          <>
            <Link
              href={links.task(task.id)}
              className={styles.expand}
              aria-label={t('taskDetails.openAsPage')}
              title={t('taskDetails.openAsPage')}
            >
              <RiExpandDiagonalLine aria-hidden />
            </Link>
            <ButtonIcon
              variant="tertiary"
              icon={<RiCloseLine />}
              aria-label={t('common.close')}
              onPress={onClose}
            />
          </>
        )}
      </div>
      <div className={styles.facts}>
        <span className={styles.connection}>
          <RiDatabase2Line aria-hidden />
          <ConnectionName
            task={task}
            connection={connection}
            areConnectionsKnown={props.areConnectionsKnown}
          />
        </span>
        <EntityLink entityRef={task.createdBy}>
          {formatUser(task.createdBy)}
        </EntityLink>
        <TaskTimes task={task} />
      </div>
      <TaskRelations task={task} />
      <div className={styles.actionRow}>
        <div className={styles.status}>
          <TaskStatusLabel task={task} />
        </div>
        <HeaderActions {...props} />
      </div>
      <VisuallyHidden aria-live="polite">
        {t('taskDetails.status', { status: statusInWords(task, t) })}
      </VisuallyHidden>
    </header>
  );
}

function TaskTimes({ task }: { task: Task }) {
  const t = useTexts();
  if (!task.startedAt) {
    return (
      <span>
        {t('taskDetails.created', {
          time: <RelativeTime time={task.createdAt} />,
        })}
      </span>
    );
  }
  const runs = t(
    task.finishedAt ? 'taskDetails.took' : 'taskDetails.runningFor',
  );
  return (
    <>
      <span title={formatExactTime(task.startedAt, t)}>
        {t('taskDetails.started', {
          clock: DateTime.fromISO(task.startedAt).toFormat('HH:mm:ss'),
          time: <RelativeTime time={task.startedAt} />,
        })}
      </span>
      <span className={styles.duration} title={runs}>
        <VisuallyHidden>{`${runs} `}</VisuallyHidden>
        <TaskDuration startedAt={task.startedAt} finishedAt={task.finishedAt} />
      </span>
    </>
  );
}

function TaskDuration(props: { startedAt: string; finishedAt?: string }) {
  const t = useTexts();
  const now = useNow();
  const end = props.finishedAt ? Date.parse(props.finishedAt) : now;
  const ms = end - Date.parse(props.startedAt);
  if (props.finishedAt && ms < 1_000) {
    return <>{formatDuration(ms, t)}</>;
  }
  // What goes on is counted in whole seconds.
  return <>{formatElapsed(ms, props.finishedAt ? 1 : 0, t)}</>;
}
