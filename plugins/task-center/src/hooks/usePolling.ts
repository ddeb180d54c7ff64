import { useCallback, useEffect, useRef, useState } from 'react';
import { isRefusal } from '../api';

/**
 * What {@link usePolling} knows at the moment.
 *
 * @internal
 */
export interface Polled<T> {
  /** The newest data. While the data of a new key is on its way, this is still the data of the old one. */
  data: T | undefined;
  /** Why the last attempt failed. `data` stays what it was. */
  error: Error | undefined;
  /** Whether `data` belongs to an earlier key. */
  isStale: boolean;
  /** Loads at once. Resolves when the load is over, whatever came of it. */
  refresh: () => Promise<void>;
  /** Loads, unless it was refused; when a load is under way, it is ended first. */
  look: () => void;
}

/**
 * How {@link usePolling} loads.
 *
 * @internal
 */
export interface PollingOptions<T> {
  /** Names what is loaded: a new key loads at once, and an undefined one loads nothing. */
  key: string | undefined;
  load: (signal: AbortSignal, previous: T | undefined) => Promise<T>;
  /** Milliseconds until the next load; undefined when nothing will change any more. */
  intervalMs: (data: T) => number | undefined;
}

interface PollingState<T> {
  data?: T;
  /** The key that `data` was loaded for. */
  dataKey?: string;
  error?: Error;
  /** The key that could not be loaded. */
  errorKey?: string;
}

const RETRY_MS = 5_000;
/** Between a load and another one that was asked for meanwhile. */
const AGAIN_MS = 1_000;

/**
 * Loads data and keeps it up to date for as long as the browser's tab is visible. What is refused is not asked for again
 * until somebody wants it: by {@link Polled.refresh}, or by coming back to the tab.
 *
 * @internal
 */
export function usePolling<T>(options: PollingOptions<T>): Polled<T> {
  const { key } = options;
  const latest = useRef(options);
  latest.current = options;
  const [state, setState] = useState<PollingState<T>>({});
  const dataRef = useRef<T>();
  const refreshRef = useRef<() => Promise<void>>(async () => {});
  const lookRef = useRef<() => void>(() => {});

  useEffect(() => {
    if (key === undefined) {
      return undefined;
    }
    let controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isLoading = false;
    let again = false;
    let isRefused = false;

    const run = async () => {
      clearTimeout(timer);
      controller.abort();
      controller = new AbortController();
      const { signal } = controller;
      let waitMs: number | undefined;
      isLoading = true;
      again = false;
      isRefused = false;
      try {
        const data = await latest.current.load(signal, dataRef.current);
        if (signal.aborted) {
          return;
        }
        dataRef.current = data;
        setState({ data, dataKey: key });
        waitMs = latest.current.intervalMs(data);
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        setState(previous => ({
          ...previous,
          error: error as Error,
          errorKey: key,
        }));
        isRefused = isRefusal(error);
        waitMs = isRefused ? undefined : RETRY_MS;
      }
      isLoading = false;
      if (again && !isRefused) {
        waitMs = Math.min(waitMs ?? Infinity, AGAIN_MS);
      }
      if (waitMs !== undefined && !document.hidden) {
        timer = setTimeout(run, waitMs);
      }
    };

    const onVisibilityChange = () => {
      clearTimeout(timer);
      if (!document.hidden) {
        run();
      }
    };

    refreshRef.current = run;
    lookRef.current = () => {
      if (isLoading) {
        again = true;
      } else if (!isRefused) {
        run();
      }
    };
    document.addEventListener('visibilitychange', onVisibilityChange);
    run();
    return () => {
      document.removeEventListener('visibilitychange', onVisibilityChange);
      clearTimeout(timer);
      controller.abort();
      refreshRef.current = async () => {};
      lookRef.current = () => {};
    };
  }, [key]);

  const refresh = useCallback(() => refreshRef.current(), []);
  const look = useCallback(() => lookRef.current(), []);
  return {
    data: state.data,
    error: state.errorKey === key ? state.error : undefined,
    isStale: state.dataKey !== key,
    refresh,
    look,
  };
}
