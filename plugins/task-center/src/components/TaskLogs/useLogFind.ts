import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { LogLevelFilter, LogLine } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { useDebouncedValue } from '../../hooks';
import { PageCache } from '../../longList';
import { findPosition } from './findPosition';

const PAUSE_MS = 300;
const PAGE_MATCHES = 100;

/** @internal */
export interface LogFind {
  query: string;
  setQuery(query: string): void;
  /** What the lines are searched for at the moment. */
  needle: string;
  /** In the whole log, also where it is not loaded. Undefined until the backend has said. */
  count: number | undefined;
  /** Which of the matches is shown, from 0. */
  current: number;
  /** The index of the line that is shown. */
  currentLine: number | undefined;
  error: Error | undefined;
  step(by: 1 | -1): void;
}

interface Found {
  count?: number;
  current: number;
  currentLine?: number;
  error?: Error;
}

const NOTHING: Found = { current: -1 };

/**
 * Searches the whole log on the server and walks through the matches.
 *
 * @param onShow - called with the position of the line to be shown
 * @internal
 */
export function useLogFind(options: {
  taskId: string;
  level: LogLevelFilter;
  log: PageCache<LogLine>;
  onShow(position: number): void;
}): LogFind {
  const { taskId, level, log, onShow } = options;
  const api = useApi(taskCenterApiRef);
  const [query, setQuery] = useState('');
  const needle = useDebouncedValue(query, PAUSE_MS);
  const [found, setFound] = useState<Found>(NOTHING);
  const search = useRef<{
    matches: PageCache<LogLine>;
    abort: AbortController;
  }>();
  const show = useRef(onShow);
  show.current = onShow;

  const go = async (ordinal: number) => {
    const { matches, abort } = search.current!;
    const { signal } = abort;
    try {
      const line = await matches.fetch(ordinal, signal);
      const count = matches.total;
      if (signal.aborted) {
        return;
      }
      setFound({ count, current: ordinal, currentLine: line?.index });
      if (line) {
        const position = await findPosition(log, line.index, level, signal);
        if (!signal.aborted) {
          show.current(position);
        }
      }
    } catch (error) {
      if (!signal.aborted) {
        setFound({ ...NOTHING, error: error as Error });
      }
    }
  };

  useEffect(() => {
    setFound(NOTHING);
    if (!needle) {
      return undefined;
    }
    const abort = new AbortController();
    const matches: PageCache<LogLine> = PageCache.create<LogLine>({
      pageSize: PAGE_MATCHES,
      onChange: () => {},
      load: async request => {
        const page = await api.getLogs(taskId, {
          level,
          search: needle,
          ...request,
        });
        matches.setTotal(page.totalItems);
        return page;
      },
    });
    search.current = { matches, abort };
    go(0);
    return () => abort.abort();
    // `go` reads everything else from refs.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, taskId, level, needle]);

  const step = (by: 1 | -1) => {
    const { count, current } = found;
    if (count) {
      go((current + by + count) % count);
    }
  };

  return { query, setQuery, needle, ...withDefaults(found), step };
}

function withDefaults({ count, current, currentLine, error }: Found) {
  return { count, current, currentLine, error };
}
