import { useMemo, useState } from 'react';
import { ResultRow } from 'backstage-plugin-task-center-common';
import { useDebouncedValue } from '../../hooks';
import { PageCache } from '../../longList';
import { findInRows, GridCell } from './grid';

const PAUSE_MS = 200;

/** @internal */
export interface FindInRows {
  query: string;
  setQuery(query: string): void;
  /** What is looked for, in lower case. */
  needle: string;
  matches: GridCell[];
}

/**
 * Looks for a text in the rows that are loaded.
 *
 * @internal
 */
export function useFindInRows(
  cache: PageCache<ResultRow>,
  version: number,
): FindInRows {
  const [query, setQuery] = useState('');
  const needle = useDebouncedValue(query, PAUSE_MS).toLowerCase();
  const settledVersion = useDebouncedValue(version, PAUSE_MS);
  const matches = useMemo(
    () => findInRows(cache.loaded(), needle),
    // The cache stays the same object when more of it has been loaded.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [cache, needle, settledVersion],
  );
  return { query, setQuery, needle, matches };
}
