import { useSearchParams } from 'react-router-dom';
import {
  Alert,
  Button,
  ButtonIcon,
  ButtonLink,
  Skeleton,
  Tab,
  TabList,
  TabPanel,
  Tabs,
} from '@backstage/ui';
import { RiCloseLine, RiFileUnknowLine } from '@remixicon/react';
import {
  useConnections,
  usePageTitle,
  useTask,
  useTaskCenterLinks,
} from '../../hooks';
import { isNotFound } from '../../api';
import { useTexts } from '../../translations';
import { ErrorPlaceholder, Placeholder, describeError } from '../common';
import { useTaskActions } from '../TaskActions';
import { statusInWords } from '../TaskStatusLabel';
import { TaskLogs } from '../TaskLogs';
import { StatementTable } from './StatementTable';
import { TaskHeader } from './TaskHeader';
import { TaskInformation } from './TaskInformation';
import styles from './TaskDetails.module.css';

const TABS = ['information', 'statements', 'logs'] as const;

/**
 * @internal
 */
export interface TaskDetailsProps {
  taskId: string;
  /** The id that the heading gets, by which its surroundings name themselves. */
  titleId: string;
  /** Given where the details can be closed. */
  onClose?: () => void;
  /** Called after something has been done to the task. */
  onChanged?: () => Promise<void>;
  onDeleted: () => void;
}

/**
 * All that there is to know about a task, kept up to date until it is final.
 *
 * @internal
 */
export function TaskDetails(props: TaskDetailsProps) {
  const t = useTexts();
  const { taskId, titleId, onClose, onChanged, onDeleted } = props;
  const { data: task, error, refresh } = useTask(taskId);
  const [tab, setTab] = useTab();
  const links = useTaskCenterLinks();
  const { connections, find } = useConnections();
  const { actions, dialog } = useTaskActions({
    onChanged: async deed => {
      // What has been deleted is not there to be asked for.
      const own = deed === 'delete' ? undefined : refresh();
      await Promise.all([own, onChanged?.()]);
    },
    onDeleted,
  });

  usePageTitle(
    task &&
      t('taskDetails.pageTitle', {
        name: task.name,
        status: statusInWords(task, t),
      }),
  );

  if (error && (!task || isNotFound(error))) {
    const backToList = (
      <ButtonLink href={links.list()} variant="secondary">
        {t('taskDetails.allTasks')}
      </ButtonLink>
    );
    return (
      <>
        {isNotFound(error) ? (
          <Placeholder
            icon={<RiFileUnknowLine />}
            title={t('taskDetails.notFound.title')}
            titleId={titleId}
            actions={backToList}
          >
            {t('taskDetails.notFound.text')}
          </Placeholder>
        ) : (
          <ErrorPlaceholder
            subject={t('taskDetails.subject')}
            error={error}
            onRetry={refresh}
            actions={backToList}
          />
        )}
        <CloseButton onClose={onClose} />
      </>
    );
  }
  if (!task) {
    return (
      <>
        <TaskSkeleton titleId={titleId} />
        <CloseButton onClose={onClose} />
      </>
    );
  }
  const connection = find(task.connection);
  const connectionName = {
    task,
    connection,
    areConnectionsKnown: connections !== undefined,
  };
  return (
    <article className={styles.root} aria-labelledby={titleId}>
      <TaskHeader
        {...connectionName}
        titleId={titleId}
        actions={actions}
        onClose={onClose}
      />
      {error && (
        <Alert
          status="warning"
          icon
          mx="4"
          mt="3"
          title={`${t('taskDetails.outdated')} ${describeError(error, t)}`}
          customActions={
            <Button variant="tertiary" onPress={refresh}>
              {t('common.tryAgain')}
            </Button>
          }
        />
      )}
      <Tabs
        className={styles.tabs}
        selectedKey={tab}
        onSelectionChange={key => setTab(String(key))}
      >
        <TabList className={styles.tabList} aria-label={t('taskDetails.label')}>
          {TABS.map(id => (
            <Tab key={id} id={id}>
              {t(`taskDetails.tab.${id}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="information" className={styles.panel}>
          <TaskInformation
            {...connectionName}
            onChanged={async () => {
              await Promise.all([refresh(), onChanged?.()]);
            }}
          />
        </TabPanel>
        <TabPanel id="statements" className={styles.fullPanel}>
          <StatementTable task={task} />
        </TabPanel>
        <TabPanel id="logs" className={styles.fullPanel}>
          <TaskLogs task={task} />
        </TabPanel>
      </Tabs>
      {dialog}
    </article>
  );
}

/** Where that of the header is. */
function CloseButton({ onClose }: { onClose: (() => void) | undefined }) {
  const t = useTexts();
  return onClose ? (
    <ButtonIcon
      className={styles.close}
      variant="tertiary"
      icon={<RiCloseLine />}
      aria-label={t('common.close')}
      onPress={onClose}
    />
  ) : null;
}

function TaskSkeleton({ titleId }: { titleId: string }) {
  const t = useTexts();
  return (
    <div className={styles.skeleton} aria-busy>
      <span id={titleId} className={styles.srOnly}>
        {t('taskDetails.loading')}
      </span>
      <Skeleton width="50%" height={24} />
      <Skeleton width="70%" height={16} />
      <Skeleton width="100%" height={32} />
      <Skeleton width="100%" height={120} />
      <Skeleton width="100%" height={200} />
    </div>
  );
}

function useTab(): [string, (tab: string) => void] {
  const [params, setParams] = useSearchParams();
  const wanted = params.get('tab');
  const tab = TABS.find(id => id === wanted) ?? TABS[0];
  const setTab = (next: string) =>
    setParams(
      current => {
        const changed = new URLSearchParams(current);
        if (next === TABS[0]) {
          changed.delete('tab');
        } else {
          changed.set('tab', next);
        }
        return changed;
      },
      { replace: true },
    );
  return [tab, setTab];
}
