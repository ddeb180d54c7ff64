import { useEffect, useMemo } from 'react';
import { Alert, Button, ButtonLink, VisuallyHidden } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { Connection } from 'backstage-plugin-task-center-common';
import {
  TaskListQuery,
  useTaskCenterLinks,
  useTaskList,
  useTaskListQuery,
} from '../../hooks';
import { ErrorPlaceholder, describeError } from '../common';
import { useTaskActions } from '../TaskActions';
import { TaskDrawer } from '../TaskDetails';
import { EmptyTaskList } from './EmptyTaskList';
import { TaskListFilters } from './TaskListFilters';
import { TaskTable } from './TaskTable';
import { useOpenTask } from './useOpenTask';
import { useStatusAnnouncement } from './useStatusAnnouncement';
import styles from './TaskList.module.css';

/**
 * @internal
 */
export interface TaskListProps {
  /** The connections to choose from; undefined while they are loading. */
  connections: Connection[] | undefined;
  /** Shows one connection at a time, the first one unless another is chosen. */
  bound?: boolean;
}

/**
 * The tasks that the caller may see, with what can be done with them.
 *
 * @internal
 */
export function TaskList({ connections, bound = false }: TaskListProps) {
  const [urlQuery, changeQuery] = useTaskListQuery();
  const query = useBoundQuery(urlQuery, bound ? connections : undefined);
  const {
    data: page,
    error,
    isStale,
    refresh,
  } = useTaskList(bound && !connections ? undefined : query);
  const { openTaskId, openTask, closeTask } = useOpenTask();
  const links = useTaskCenterLinks();
  const announcement = useStatusAnnouncement(page?.items);
  const { actions, dialog } = useTaskActions({
    onChanged: refresh,
    onDeleted: task => {
      if (task.id === openTaskId) {
        closeTask();
      }
    },
  });
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
    ? links.newTask({ connection: query.connection })
    : undefined;

  return (
    <section className={styles.root} aria-label="Tasks">
      <div className={styles.toolbar}>
        <TaskListFilters
          query={query}
          onChange={changeQuery}
          connections={connections ?? []}
          allowAllConnections={!bound}
        />
        {newTaskHref && (
          <ButtonLink
            href={newTaskHref}
            variant="primary"
            iconStart={<RiAddLine />}
          >
            New task
          </ButtonLink>
        )}
      </div>
      {error && page && (
        <Alert
          status="warning"
          icon
          title={`The list is not up to date. ${describeError(error)}`}
          customActions={
            <Button variant="tertiary" onPress={refresh}>
              Try again
            </Button>
          }
        />
      )}
      {error && !page ? (
        <ErrorPlaceholder subject="The tasks" error={error} onRetry={refresh} />
      ) : (
        <TaskTable
          query={query}
          onChange={changeQuery}
          page={page}
          isStale={isStale && page !== undefined}
          showConnection={!bound}
          findConnection={findConnection}
          areConnectionsKnown={connections !== undefined}
          actions={actions}
          onOpen={openTask}
          emptyState={
            <EmptyTaskList
              query={query}
              bound={bound}
              hasConnections={connections?.length !== 0}
              newTaskHref={newTaskHref}
              onClear={changeQuery}
            />
          }
        />
      )}
      <VisuallyHidden aria-live="polite">{announcement}</VisuallyHidden>
      <TaskDrawer taskId={openTaskId} onClose={closeTask} onChanged={refresh} />
      {dialog}
    </section>
  );
}

function useBoundQuery(
  query: TaskListQuery,
  bound: Connection[] | undefined,
): TaskListQuery {
  return useMemo(() => {
    if (!bound) {
      return query;
    }
    const chosen = bound.find(({ id }) => id === query.connection) ?? bound[0];
    return { ...query, connection: chosen?.id };
  }, [query, bound]);
}
