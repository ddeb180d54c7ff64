import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { taskCenterApiRef } from '../../../api';
import { GridCell } from '../grid/GridSelection';
import { Finder } from './Finder';

const MATCHES_AT_ONCE = 100;

interface Search {
  matches: GridCell[];
  /** Undefined when the end was reached. */
  nextRow: number | undefined;
  isSearching: boolean;
  error?: Error;
}

const NOTHING: Search = { matches: [], nextRow: 0, isSearching: false };

/** @internal */
export interface ServerFinderOptions {
  taskId: string;
  resultSet: number;
  /** The view that is searched in place of the result set. */
  view: string | undefined;
  /** What is looked for. Nothing is, while it is empty. */
  text: string;
  shown: number[];
  rowCount: number;
}

/**
 * Has the service look through all rows, a part at a time.
 *
 * @internal
 */
export function useServerFinder(options: ServerFinderOptions): Finder {
  const { taskId, resultSet, view, text, shown, rowCount } = options;
  const api = useApi(taskCenterApiRef);
  const [search, setSearch] = useState(NOTHING);
  const latest = useRef(search);
  const abort = useRef(new AbortController());

  const change = useCallback((next: Search) => {
    latest.current = next;
    setSearch(next);
  }, []);

  const more = useCallback(async () => {
    const known = latest.current;
    if (known.isSearching || known.nextRow === undefined) {
      return known.matches;
    }
    abort.current = new AbortController();
    const { signal } = abort.current;
    let now: Search = { ...known, isSearching: true, error: undefined };
    change(now);
    try {
      while (
        now.nextRow !== undefined &&
        now.matches.length === known.matches.length
      ) {
        const { items, nextRow } = await api.findInResults(taskId, resultSet, {
          text,
          from: now.nextRow,
          limit: MATCHES_AT_ONCE,
          ...(view && { view }),
          signal,
        });
        if (signal.aborted) {
          break;
        }
        const found = items.map(({ row, column }) => ({
          row,
          column: shown.indexOf(column),
        }));
        const matches = [
          ...now.matches,
          ...found.filter(({ column }) => column >= 0),
        ];
        now = { matches, nextRow, isSearching: true };
        change(now);
      }
    } catch (error) {
      if (!signal.aborted) {
        now = { ...now, error: error as Error };
      }
    }
    if (abort.current.signal === signal) {
      change({ ...now, isSearching: false });
    }
    return now.matches;
  }, [api, taskId, resultSet, view, text, shown, change]);

  useEffect(() => {
    change(NOTHING);
    if (text) {
      more();
    }
    return () => {
      abort.current.abort();
      abort.current = new AbortController();
    };
  }, [text, more, change]);

  return {
    matches: search.matches,
    hasMore: search.nextRow !== undefined,
    more,
    searchedRows: search.nextRow ?? rowCount,
    isSearching: search.isSearching,
    cancel: () => {
      abort.current.abort();
      change({ ...latest.current, isSearching: false });
    },
    error: search.error,
  };
}
