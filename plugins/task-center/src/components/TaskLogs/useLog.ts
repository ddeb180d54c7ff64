import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  isFinalStatus,
  LogLevelFilter,
  LogLine,
  Task,
} from 'backstage-plugin-task-center-common';
import { isRefusal, TaskCenterApi, taskCenterApiRef } from '../../api';
import { pause } from '../../hooks';
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
  /** Why nothing could be loaded, or why nothing more is asked for. */
  error: Error | undefined;
  /** Begins to ask again. */
  retry(): void;
  /** How often that was done. */
  attempt: number;
}

/**
 * Reads a task's log a page at a time, and what is added to it while the task goes on, until it is refused.
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
    attempt,
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
  const { signal, isFinal, onBegun } = options;
  let wasFinal = isFinal();
  await takeNewLines(options, PAGE_LINES);
  onBegun();
  while (!signal.aborted && !wasFinal) {
    await pause(POLL_MS, signal);
    // The last lines may have come with the end, so it is asked once more after it.
    wasFinal = isFinal();
    if (document.hidden && !wasFinal) {
      continue;
    }
    try {
      await takeNewLines(options, POLL_LINES);
    } catch (error) {
      if (isRefusal(error)) {
        throw error;
      }
      wasFinal = false;
      await pause(RETRY_MS, signal);
    }
  }
}

/** When there are more than are asked for, the others are loaded where somebody looks. */
async function takeNewLines(
  { api, taskId, level, cache, signal }: FollowOptions,
  limit: number,
): Promise<void> {
  const offset = cache.total;
  const { items, totalItems } = await api.getLogs(taskId, {
    ...{ level, offset, limit, signal },
  });
  if (!signal.aborted) {
    if (items.length > 0) {
      cache.put(offset, items);
    }
    cache.setTotal(Math.max(totalItems, offset + items.length));
  }
}
