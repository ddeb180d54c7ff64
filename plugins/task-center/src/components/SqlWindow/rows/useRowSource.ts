import { useMemo, useRef } from 'react';
import { ResultSet, ResultViewSpec } from 'backstage-plugin-task-center-common';
import { GridQuery, isAsked } from '../query/GridQuery';
import { isSmallResultSet } from './isSmallResultSet';
import { orderedRows } from './orderedRows';
import { queryRows } from './queryRows';
import { RowSource } from './RowSource';
import { useAllRows } from './useAllRows';
import { useResultRows } from './useResultRows';
import { ServerView, useServerView } from './useServerView';

/** @internal */
export interface ShownRows {
  rows: RowSource;
  /** Another number after every change of what is loaded. */
  version: number;
  /** Whether the first rows of the result set have come. */
  isReady: boolean;
  /** The view of the service that the rows belong to. */
  view: string | undefined;
  /** What is asked was not found yet, and the rows are those of before. */
  progress:
    | (Pick<ServerView, 'scannedRows' | 'merging'> & { rowCount: number })
    | undefined;
  /** Why what is asked could not be found. */
  error: Error | undefined;
  /** Tries again whatever did not come: what is asked, or some of its rows. */
  retry(): void;
  /** Whether filters and finding need all rows in memory first, and can have them. */
  isSmall: boolean;
  /** Of the result set itself, as far as they are in memory. */
  loadedRows: number;
}

/**
 * The rows as a person wants to see them. The browser makes them where it has all rows or is to take no others, the
 * service where there are too many. Until they are there, those of before are shown.
 *
 * @param isAllWanted - whether a small result set is needed whole, for finding in it
 * @internal
 */
export function useRowSource(
  taskId: string,
  resultSet: ResultSet,
  query: GridQuery,
  isAllWanted: boolean,
): ShownRows {
  const base = useResultRows(taskId, resultSet);
  const isSmall = isSmallResultSet(resultSet);
  const kind = kindOf(query, isSmall);
  const needsAll = isSmall && (kind === 'local' || isAllWanted);
  const all = useAllRows(
    base.cache,
    resultSet.rowCount,
    base.isReady && needsAll,
  );
  const view = useServerView(
    taskId,
    resultSet.index,
    kind === 'server' ? specOf(query) : undefined,
  );
  const viewed = useResultRows(
    taskId,
    resultSet,
    view.ready ?? { id: '', rowCount: 0 },
  );
  const isLocalReady = kind === 'local' && (!isSmall || all.isComplete);
  const local = useLocalRows(base, resultSet, query, isLocalReady);

  const wanted = {
    plain: base.rows,
    local,
    server: view.isReady ? viewed.rows : undefined,
  }[kind];
  const shown = useRef<RowSource>();
  shown.current = wanted ?? shown.current ?? base.rows;
  const error = kind === 'server' ? view.error : all.error;
  const progress =
    kind === 'server'
      ? { scannedRows: view.scannedRows, merging: view.merging }
      : { scannedRows: base.cache.loadedCount, merging: undefined };

  return {
    rows: shown.current,
    version: base.version + viewed.version,
    isReady: base.isReady,
    view: shown.current === viewed.rows ? view.ready?.id : undefined,
    progress:
      wanted || error
        ? undefined
        : { ...progress, rowCount: resultSet.rowCount },
    error,
    retry: () => {
      shown.current?.retry();
      if (kind === 'server') {
        view.retry();
      } else {
        all.retry();
      }
    },
    isSmall,
    loadedRows: base.cache.loadedCount,
  };
}

function kindOf(query: GridQuery, isSmall: boolean) {
  if (!isAsked(query)) {
    return 'plain';
  }
  return isSmall || query.scope === 'loaded' ? 'local' : 'server';
}

function specOf({ filters, sort }: GridQuery): ResultViewSpec {
  return {
    ...(filters.length > 0 && { filters }),
    ...(sort.length > 0 && { sort }),
  };
}

function useLocalRows(
  base: ReturnType<typeof useResultRows>,
  { columns }: ResultSet,
  query: GridQuery,
  isReady: boolean,
): RowSource | undefined {
  const key = JSON.stringify([query.filters, query.sort]);
  const { loadedCount } = base.cache;
  return useMemo(() => {
    if (!isReady) {
      return undefined;
    }
    const rows = Array.from(base.cache.loaded(), ([, row]) => row);
    const [filters, sort] = JSON.parse(key);
    const found = queryRows(rows, columns, { filters, sort });
    return orderedRows(`local ${key}`, found);
    // Loading more of a small result set, which grows, makes it anew; the columns of a result set never change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [base.cache, loadedCount, key, isReady]);
}
