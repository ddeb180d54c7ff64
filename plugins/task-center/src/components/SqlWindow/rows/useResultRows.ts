import { useContext, useLayoutEffect, useMemo, useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Page, ResultSet } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../../api';
import { PageCache, PageLoader, usePagedItems } from '../../../longList';
import { PAGE_ROWS, ResultsAheadContext } from '../ahead';
import { NumberedRow } from './NumberedRow';
import { pagedRows } from './pagedRows';
import { RowSource } from './RowSource';

const FIRST_ROWS = 40;

/** @internal */
export interface ResultRows {
  rows: RowSource;
  cache: PageCache<NumberedRow>;
  /** Another number after every change of what is loaded. */
  version: number;
  /** Whether the first rows have come, so that the columns can be given their widths. */
  isReady: boolean;
}

/**
 * The rows of a result set, or of a view that the service has made of it, loaded as they come into sight.
 *
 * @internal
 */
export function useResultRows(
  taskId: string,
  resultSet: ResultSet,
  view?: { id: string; rowCount: number },
): ResultRows {
  const api = useApi(taskCenterApiRef);
  const ahead = useContext(ResultsAheadContext);
  const { index } = resultSet;
  const total = view?.rowCount ?? resultSet.rowCount;
  const load: PageLoader<NumberedRow> = async request => {
    const isFirst = !view && request.offset === 0;
    const taken = isFirst ? await ahead?.takeRows(taskId, index) : undefined;
    // Rows may have been added between the two requests that were made side by side.
    const isUpToDate = taken && taken.totalItems >= total;
    const page = isUpToDate
      ? taken
      : await api.getRows(taskId, index, {
          ...request,
          ...(view && { view: view.id }),
        });
    return numbered(page, page.positions, request.offset);
  };
  const key = `${taskId} ${index} ${view?.id ?? ''}`;
  const { cache, version } = usePagedItems({
    load,
    total,
    cacheKey: key,
    pageSize: PAGE_ROWS,
  });
  // Before the effects of the grid, which knows better which rows are in sight.
  useLayoutEffect(() => cache.want(0, FIRST_ROWS), [cache]);

  const isReady = useRef(false);
  isReady.current ||= cache.loadedCount > 0;
  const rows = useMemo(() => pagedRows(key, cache, total), [key, cache, total]);
  return { rows, cache, version, isReady: isReady.current };
}

function numbered(
  page: Page<NumberedRow['values']>,
  positions: number[] | undefined,
  offset: number,
): Page<NumberedRow> {
  return {
    ...page,
    items: page.items.map((values, i) => ({
      position: positions ? positions[i] : offset + i,
      values,
    })),
  };
}
