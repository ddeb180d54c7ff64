import { Suspense, lazy } from 'react';
import { Route, Routes, useParams, useSearchParams } from 'react-router-dom';
import { Progress } from '@backstage/core-components';
import { Container } from '@backstage/ui';
import { useConnections, usePageTitle, useTaskCenterTitle } from '../../hooks';
import { useTexts } from '../../translations';
import { ActivityStrip } from '../ActivityStrip';
import { DownloadAccess, ErrorPlaceholder } from '../common';
import { LoadingSqlWindow } from '../SqlWindow/ahead';
import { TaskPage } from '../TaskDetails';
import { TaskList } from '../TaskList';

const NewTaskPage = lazy(() =>
  import('../NewTask').then(m => ({ default: m.NewTaskPage })),
);

/**
 * Everything below the tab *Asynchronous Execution*.
 *
 * @internal
 */
export function TaskCenterPage() {
  return (
    <main>
      <TaskCenterRoutes />
    </main>
  );
}

/**
 * The same, for a page that has the frame of a page already.
 *
 * @internal
 */
export function TaskCenterRoutes() {
  useTaskCenterTitle();
  return (
    <DownloadAccess>
      <Container>
        <Suspense fallback={<Progress />}>
          <Routes>
            <Route index element={<AllTasks />} />
            <Route path="new" element={<NewTaskRoute />} />
            <Route path=":taskId" element={<TaskRoute />} />
            <Route path=":taskId/results" element={<ResultsRoute />} />
          </Routes>
        </Suspense>
      </Container>
    </DownloadAccess>
  );
}

function AllTasks() {
  const t = useTexts();
  const { connections, error, refresh } = useConnections();
  const [params] = useSearchParams();
  // A task that is open beside them names the page.
  usePageTitle(params.has('task') ? undefined : t('taskList.pageTitle'));
  if (error && !connections) {
    return (
      <ErrorPlaceholder
        subject={t('common.connections')}
        error={error}
        onRetry={refresh}
      />
    );
  }
  return (
    <TaskList
      connections={connections}
      renderAbove={isReady => (
        <ActivityStrip connections={connections} isReady={isReady} />
      )}
    />
  );
}

function NewTaskRoute() {
  const t = useTexts();
  usePageTitle(t('taskList.empty.newTask'));
  return <NewTaskPage />;
}

function TaskRoute() {
  const { taskId = '' } = useParams();
  return <TaskPage taskId={taskId} />;
}

function ResultsRoute() {
  const { taskId = '' } = useParams();
  const [params] = useSearchParams();
  const resultSet = Number(params.get('resultSet')) || undefined;
  return <LoadingSqlWindow taskId={taskId} resultSet={resultSet} />;
}
