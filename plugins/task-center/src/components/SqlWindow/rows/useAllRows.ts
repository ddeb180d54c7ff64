import { useEffect, useState } from 'react';
import { PageCache } from '../../../longList';
import { NumberedRow } from './NumberedRow';

const ROWS_AT_ONCE = 1_000;

/**
 * Loads every row of a small result set into the page's memory, once they are wanted.
 *
 * @internal
 */
export function useAllRows(
  cache: PageCache<NumberedRow>,
  rowCount: number,
  isWanted: boolean,
): { isComplete: boolean; error: Error | undefined; retry(): void } {
  const [error, setError] = useState<Error>();
  const [attempt, setAttempt] = useState(0);
  const isComplete = cache.loadedCount >= rowCount;
  const isLoading = isWanted && !isComplete;

  useEffect(() => {
    const abort = new AbortController();
    const load = async () => {
      try {
        for (let at = 0; at < rowCount; ) {
          if (cache.get(at)) {
            at += 1;
            continue;
          }
          const rows = await cache.read(at, ROWS_AT_ONCE, abort.signal);
          if (abort.signal.aborted || !rows.length) {
            return;
          }
          cache.put(at, rows);
          at += rows.length;
        }
      } catch (e) {
        if (!abort.signal.aborted) {
          setError(e as Error);
        }
      }
    };
    if (isLoading) {
      setError(undefined);
      load();
    }
    return () => abort.abort();
  }, [cache, rowCount, isLoading, attempt]);

  return {
    isComplete,
    error: isLoading ? error : undefined,
    retry: () => setAttempt(n => n + 1),
  };
}
