import { ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { Alert, Button, VisuallyHidden } from '@backstage/ui';
import { Connection, Task } from 'backstage-plugin-task-center-common';
import {
  TaskListQuery,
  useInitialTaskListQuery,
  useTaskCenterLinks,
  useTaskList,
  useTaskListQuery,
} from '../../hooks';
import { useTexts } from '../../translations';
import { ErrorPlaceholder, describeError } from '../common';
import { useTaskActions } from '../TaskActions';
import { TaskDrawer } from '../TaskDetails';
import { BulkActions } from './BulkActions';
import { EmptyTaskList } from './EmptyTaskList';
import { NewTaskLink } from './NewTaskLink';
import { TaskListFilters } from './TaskListFilters';
import { TaskTable } from './TaskTable';
import { useFocusKept } from './useFocusKept';
import { useOpenTask } from './useOpenTask';
import { useStatusAnnouncement } from './useStatusAnnouncement';
import { useTaskSelection } from './useTaskSelection';
import styles from './TaskList.module.css';

/**
 * @internal
 */
export interface TaskListProps {
  /** The connections to choose from; undefined while they are loading. */
  connections: Connection[] | undefined;
  /** Whether only tasks of these are shown, whoever made them. */
  bound?: boolean;
  /** What stands above the list and shows the same tasks, given whether it is known by now which. */
  renderAbove?: (isReady: boolean) => ReactNode;
}

/**
 * The tasks that the caller may see, with what can be done with them.
 *
 * @internal
 */
export function TaskList(props: TaskListProps) {
  const { connections, bound = false, renderAbove } = props;
  const t = useTexts();
  const [urlQuery, changeUrl] = useTaskListQuery();
  const query = useMemo(
    () => (bound ? withinBounds(urlQuery, connections) : urlQuery),
    [bound, urlQuery, connections],
  );
  const { isReady, remember } = useInitialTaskListQuery(!bound);
  const changeQuery = useCallback(
    (change: Partial<TaskListQuery>) => {
      changeUrl(change);
      if (!bound) {
        remember({ ...query, ...change });
      }
    },
    [bound, changeUrl, query, remember],
  );
  const {
    data: page,
    error,
    isStale,
    refresh,
  } = useTaskList(
    isReady && !(bound && !connections) ? query : undefined,
    bound ? connections?.map(({ id }) => id) : undefined,
  );
  const { openTaskId, openTask, closeTask } = useOpenTask();
  const links = useTaskCenterLinks();
  const announcement = useStatusAnnouncement(page?.items);
  const selection = useTaskSelection(page?.items);
  const onDeleted = (task: Task) => {
    if (task.id === openTaskId) {
      closeTask();
    }
  };
  const { actions, dialog } = useTaskActions({
    onChanged: refresh,
    onDeleted,
  });
  const root = useRef<HTMLElement>(null);
  useFocusKept(root, Boolean(dialog || openTaskId));
  const findConnection = useMemo(() => {
    const byId = new Map(connections?.map(c => [c.id, c]));
    return (id: string) => byId.get(id);
  }, [connections]);

  const lastPage = page && Math.ceil(page.totalItems / query.pageSize);
  useEffect(() => {
    if (!isStale && lastPage && query.page > lastPage) {
      changeQuery({ page: lastPage });
    }
  }, [isStale, lastPage, query.page, changeQuery]);

  const newTaskHref = connections?.some(c => c.canCreateTask)
    ? links.newTask({
        connection:
          query.connection ??
          (connections.length === 1 ? connections[0].id : undefined),
      })
    : undefined;

  return (
    <>
      {renderAbove?.(isReady)}
      <section
        ref={root}
        className={styles.root}
        aria-label={t('taskList.title')}
        tabIndex={-1}
      >
        <div className={styles.toolbar}>
          <TaskListFilters
            query={query}
            onChange={changeQuery}
            connections={connections ?? []}
          />
          {newTaskHref && <NewTaskLink href={newTaskHref} />}
        </div>
        {error && page && (
          <Alert
            status="warning"
            icon
            title={`${t('taskList.outdated')} ${describeError(error, t)}`}
            customActions={
              <Button variant="tertiary" onPress={refresh}>
                {t('taskList.retry')}
              </Button>
            }
          />
        )}
        {error && !page ? (
          <ErrorPlaceholder
            subject={t('common.tasks')}
            error={error}
            onRetry={refresh}
          />
        ) : (
          <TaskTable
            query={query}
            onChange={changeQuery}
            page={page}
            isStale={isStale && page !== undefined}
            selection={selection}
            findConnection={findConnection}
            areConnectionsKnown={connections !== undefined}
            actions={actions}
            onOpen={openTask}
            emptyState={
              <EmptyTaskList
                query={query}
                hasConnections={connections?.length !== 0}
                newTaskHref={newTaskHref}
                onClear={changeQuery}
              />
            }
          />
        )}
        <BulkActions
          selection={selection}
          list={root}
          onChanged={refresh}
          onDeleted={onDeleted}
        />
        <VisuallyHidden aria-live="polite">{announcement}</VisuallyHidden>
        <TaskDrawer
          taskId={openTaskId}
          onClose={closeTask}
          onChanged={refresh}
        />
        {dialog}
      </section>
    </>
  );
}

/** Where only some connections are to choose from, the URL cannot name another. */
function withinBounds(
  query: TaskListQuery,
  connections: Connection[] | undefined,
): TaskListQuery {
  const isAmong = connections?.some(({ id }) => id === query.connection);
  return isAmong ? query : { ...query, connection: undefined };
}
