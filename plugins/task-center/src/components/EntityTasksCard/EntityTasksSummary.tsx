import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { Text } from '@backstage/ui';
import { Connection, Task } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { ErrorPlaceholder } from '../common';
import { TaskLines } from '../TaskLines';
import { HealthTicks } from './HealthTicks';
import { LAST_TASKS, useHealth, useLastTasks } from './useEntityActivity';
import { useListHref } from './useListHref';

/**
 * A tick a day and the last tasks of some connections.
 *
 * @internal
 */
export function EntityTasksSummary(props: {
  /** At least one; undefined while they are loading. */
  connections: Connection[] | undefined;
}) {
  const { connections } = props;
  const t = useTexts();
  const ids = useMemo(() => connections?.map(({ id }) => id), [connections]);
  const tasks = useLastTasks(ids);
  const health = useHealth(ids);
  const listHref = useListHref(connections);
  const navigate = useNavigate();

  if (tasks.error && !tasks.data) {
    return (
      <ErrorPlaceholder
        subject={t('entityTasks.card.tasksSubject')}
        error={tasks.error}
        onRetry={() => Promise.all([tasks.refresh(), health.refresh()])}
      />
    );
  }
  const titleOf = ({ connection }: Task) =>
    connections?.find(({ id }) => id === connection)?.title ?? connection;
  return (
    <>
      <HealthTicks
        days={health.data?.buckets}
        onOpen={({ from, to }) => navigate(listHref({ from, to }))}
      />
      {tasks.data?.length === 0 ? (
        <Text as="p" variant="body-medium" color="secondary">
          {t('entityTasks.card.noTasks')}
        </Text>
      ) : (
        <TaskLines
          label={t('entityTasks.card.tasks')}
          tasks={tasks.data}
          room={LAST_TASKS}
          connectionOf={
            connections && connections.length > 1 ? titleOf : undefined
          }
        />
      )}
    </>
  );
}
