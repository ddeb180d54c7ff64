import { ButtonLink, Text } from '@backstage/ui';
import { useConnections, useTaskCenterLinks } from '../../hooks';
import { useTexts } from '../../translations';
import { ErrorPlaceholder } from '../common';
import { TaskLines } from '../TaskLines';
import { useMyRunningTasks } from './useMyRunningTasks';
import styles from './MyRunningTasks.module.css';

const SHOWN = 5;
const BUSY_POLL_MS = 2_000;

/**
 * The person's tasks that are under way, for a home page.
 *
 * @internal
 */
export function MyRunningTasks() {
  const t = useTexts();
  const links = useTaskCenterLinks();
  const { connections, find } = useConnections();
  const { data, error, refresh } = useMyRunningTasks({
    limit: SHOWN,
    busyPollMs: BUSY_POLL_MS,
  });

  if (error && !data) {
    return (
      <ErrorPlaceholder
        subject={t('watch.widget.subject')}
        error={error}
        onRetry={refresh}
      />
    );
  }
  const others = (data?.totalItems ?? 0) - SHOWN;
  return (
    <div className={styles.root}>
      {data?.totalItems === 0 ? (
        <Text as="p" variant="body-medium" color="secondary">
          {t('watch.widget.none')}
        </Text>
      ) : (
        <TaskLines
          label={t('watch.widget.tasks')}
          tasks={data?.items}
          room={1}
          connectionOf={({ connection }) =>
            find(connection)?.title ?? connection
          }
        />
      )}
      <div className={styles.footer}>
        {others > 0 && (
          <Text variant="body-small" color="secondary">
            {t('watch.widget.more', { count: others })}
          </Text>
        )}
        <ButtonLink
          href={links.list({ createdBy: 'me' })}
          size="small"
          variant="tertiary"
        >
          {t('watch.widget.allMine')}
        </ButtonLink>
        {connections?.some(each => each.canCreateTask) && (
          <ButtonLink href={links.newTask()} size="small" variant="tertiary">
            {t('watch.widget.newTask')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
