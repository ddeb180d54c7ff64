import { useEffect, useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { ResultRow, ResultSet } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { PageCache, usePagedItems } from '../../longList';

const PAGE_ROWS = 200;
const FIRST_ROWS = 40;

/**
 * The rows of a result set, loaded as they come into sight.
 *
 * @internal
 */
export function useResultRows(
  taskId: string,
  resultSet: ResultSet,
): {
  cache: PageCache<ResultRow>;
  version: number;
  /** Whether the first rows have come, so that the columns can be given their widths. */
  isReady: boolean;
} {
  const api = useApi(taskCenterApiRef);
  const { cache, version } = usePagedItems<ResultRow>({
    load: request => api.getRows(taskId, resultSet.index, request),
    total: resultSet.rowCount,
    cacheKey: `${taskId} ${resultSet.index}`,
    pageSize: PAGE_ROWS,
  });
  useEffect(() => cache.want(0, FIRST_ROWS), [cache]);

  const isReady = useRef(false);
  isReady.current ||= cache.loadedCount > 0;
  return { cache, version, isReady: isReady.current };
}
