import { useEffect, useMemo, useReducer, useRef } from 'react';
import { PageCache, PageLoader } from './PageCache';

/** @internal */
export interface UsePagedItemsOptions<T> {
  load: PageLoader<T>;
  /** How many items the list has. Leave it out where the caller sets it on the cache, or the answers say it. */
  total?: number;
  /** Whether the list is as long as the answers say. Default: false. */
  isMeasured?: boolean;
  /** What the list is; another key begins with nothing loaded. */
  cacheKey: string;
  pageSize?: number;
}

/**
 * A {@link PageCache} that lives as long as the component and draws it again when something has been loaded. `version`
 * is another number after every change of what is loaded.
 *
 * @internal
 */
export function usePagedItems<T>(options: UsePagedItemsOptions<T>): {
  cache: PageCache<T>;
  version: number;
} {
  const { cacheKey, total, pageSize, isMeasured } = options;
  const [version, redraw] = useReducer((n: number) => n + 1, 0);
  const load = useRef(options.load);
  load.current = options.load;

  const cache = useMemo(
    () =>
      PageCache.create<T>({
        load: request => load.current(request),
        onChange: redraw,
        pageSize,
        isMeasured,
      }),
    // A new key stands for another list, which must not show items of the last one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [cacheKey, pageSize, isMeasured],
  );
  useEffect(() => cache.start(), [cache]);
  useEffect(() => {
    if (total !== undefined) {
      cache.setTotal(total);
    }
  }, [cache, total]);

  return { cache, version };
}
