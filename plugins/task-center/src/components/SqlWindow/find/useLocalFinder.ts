import { useMemo } from 'react';
import { useDebouncedValue } from '../../../hooks';
import { RowSource } from '../rows/RowSource';
import { Finder } from './Finder';
import { findInRows } from './findInRows';

const PAUSE_MS = 200;

/**
 * Looks in the rows that are in the page's memory.
 *
 * @internal
 */
export function useLocalFinder(
  rows: RowSource,
  version: number,
  shown: number[],
  isMatch: ((value: string) => boolean) | undefined,
): Finder {
  const settledVersion = useDebouncedValue(version, PAUSE_MS);
  const matches = useMemo(
    () => (isMatch ? findInRows(rows.loaded(), shown, isMatch) : []),
    // The rows stay the same object when more of them have been loaded.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [rows, shown, isMatch, settledVersion],
  );
  return {
    matches,
    hasMore: false,
    more: async () => matches,
    searchedRows: rows.loadedCount,
    isSearching: false,
    cancel: () => {},
    error: undefined,
  };
}
