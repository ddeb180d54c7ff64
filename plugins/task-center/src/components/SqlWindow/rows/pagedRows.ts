import { PageCache } from '../../../longList';
import { NumberedRow } from './NumberedRow';
import { RowSource } from './RowSource';

/**
 * Rows that the service hands out in pages.
 *
 * @internal
 */
export function pagedRows(
  key: string,
  cache: PageCache<NumberedRow>,
  rowCount: number,
): RowSource {
  return {
    key,
    rowCount,
    get loadedCount() {
      return cache.loadedCount;
    },
    get error() {
      return cache.error;
    },
    get: index => cache.get(index),
    want: (first, last) => cache.want(first, last),
    read: (offset, limit, signal) => cache.read(offset, limit, signal),
    loaded: () => cache.loaded(),
    retry: () => cache.retry(),
  };
}
