import { lazy, Suspense, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { taskCenterApiRef } from '../../../api';
import { SqlWindowSkeleton } from '../SqlWindowSkeleton';
import { ResultsAhead } from './ResultsAhead';
import { ResultsAheadContext } from './ResultsAheadContext';

/**
 * Loads the code of the SQL window, which can be done before it is shown.
 *
 * @internal
 */
export const loadSqlWindow = () => import('../SqlWindowPage');

const SqlWindowPage = lazy(() =>
  loadSqlWindow().then(m => ({ default: m.SqlWindowPage })),
);

/**
 * The page with the result sets of a task, whose code and data are loaded side by side.
 *
 * @internal
 */
export function LoadingSqlWindow(props: {
  taskId: string;
  /** The number of the result set to show, from 1. Default: the first. */
  resultSet?: number;
}) {
  const { taskId, resultSet } = props;
  const api = useApi(taskCenterApiRef);
  const [ahead] = useState(() =>
    ResultsAhead.begin(api, taskId, resultSet ?? 1),
  );
  return (
    <ResultsAheadContext.Provider value={ahead}>
      <Suspense fallback={<SqlWindowSkeleton />}>
        <SqlWindowPage taskId={taskId} resultSet={resultSet} />
      </Suspense>
    </ResultsAheadContext.Provider>
  );
}
