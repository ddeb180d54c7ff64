import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  isFinalStatus,
  LogLevelFilter,
  LogLine,
  Task,
} from 'backstage-plugin-task-center-common';
import { TaskCenterApi, taskCenterApiRef } from '../../api';
import { PageCache, usePagedItems } from '../../longList';

const PAGE_LINES = 200;
const POLL_LINES = 1_000;
const POLL_MS = 1_000;
const RETRY_MS = 5_000;

/**
 * The lines of one level of a task's log, by their position among the lines of that level.
 *
 * @internal
 */
export interface Log {
  cache: PageCache<LogLine>;
  version: number;
  isLoading: boolean;
  /** Why nothing could be loaded. */
  error: Error | undefined;
  retry(): void;
}

/**
 * Reads a task's log a page at a time, and what is added to it while the task goes on.
 *
 * @internal
 */
export function useLog(task: Task, level: LogLevelFilter): Log {
  const api = useApi(taskCenterApiRef);
  const cacheKey = `${task.id} ${level}`;
  const { cache, version } = usePagedItems<LogLine>({
    load: request => api.getLogs(task.id, { level, ...request }),
    cacheKey,
    pageSize: PAGE_LINES,
  });
  const [begun, setBegun] = useState<{ key: string; error?: Error }>();
  const [attempt, setAttempt] = useState(0);
  const isFinal = useRef(false);
  isFinal.current = isFinalStatus(task.status);

  useEffect(() => {
    const abort = new AbortController();
    followLog({
      api,
      taskId: task.id,
      level,
      cache,
      signal: abort.signal,
      isFinal: () => isFinal.current,
      onBegun: () => setBegun({ key: cacheKey }),
    }).catch(error => {
      if (!abort.signal.aborted) {
        setBegun({ key: cacheKey, error });
      }
    });
    return () => abort.abort();
  }, [api, task.id, level, cache, cacheKey, attempt]);

  return {
    cache,
    version,
    isLoading: begun?.key !== cacheKey,
    error: begun?.key === cacheKey ? begun.error : undefined,
    retry: () => {
      setBegun(undefined);
      setAttempt(n => n + 1);
    },
  };
}

interface FollowOptions {
  api: TaskCenterApi;
  taskId: string;
  level: LogLevelFilter;
  cache: PageCache<LogLine>;
  signal: AbortSignal;
  isFinal(): boolean;
  onBegun(): void;
}

async function followLog(options: FollowOptions) {
  const { api, taskId, level, cache, signal, isFinal, onBegun } = options;
  let wasFinal = isFinal();
  const first = await api.getLogs(taskId, {
    level,
    offset: 0,
    limit: PAGE_LINES,
    signal,
  });
  cache.put(0, first.items);
  cache.setTotal(first.totalItems);
  onBegun();

  let after: number | undefined;
  while (!signal.aborted && !wasFinal) {
    await pause(POLL_MS, signal);
    // The last lines may have come with the end, so it is asked once more after it.
    wasFinal = isFinal();
    if (document.hidden && !wasFinal) {
      continue;
    }
    try {
      after ??= await lastIndex(options);
      after = await takeNewLines(options, after);
    } catch {
      wasFinal = false;
      await pause(RETRY_MS, signal);
    }
  }
}

async function takeNewLines(
  { api, taskId, level, cache, signal }: FollowOptions,
  after: number,
): Promise<number> {
  let last = after;
  for (;;) {
    const { items } = await api.getLogs(taskId, {
      level,
      after: last,
      limit: POLL_LINES,
      signal,
    });
    if (signal.aborted || !items.length) {
      return last;
    }
    last = items[items.length - 1].index;
    const total = cache.total;
    cache.put(total, items);
    cache.setTotal(total + items.length);
  }
}

async function lastIndex({
  level,
  cache,
  signal,
}: FollowOptions): Promise<number> {
  if (level === 'all') {
    return cache.total - 1;
  }
  const line = cache.total && (await cache.fetch(cache.total - 1, signal));
  return line ? line.index : -1;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
