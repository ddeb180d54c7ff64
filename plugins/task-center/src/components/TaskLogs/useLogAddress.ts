import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import {
  LOG_LEVEL_FILTERS,
  LogLevelFilter,
} from 'backstage-plugin-task-center-common';
import {
  formatMarkedLines,
  MarkedLines,
  parseMarkedLines,
} from './MarkedLines';

/**
 * What of a log is shown, which is part of the URL.
 *
 * @internal
 */
export interface LogAddress {
  level: LogLevelFilter;
  setLevel(level: LogLevelFilter): void;
  marked: MarkedLines | undefined;
  mark(marked: MarkedLines | undefined): void;
  /** The query of the address that leads to lines, among all others. */
  searchFor(marked: MarkedLines): string;
}

/** @internal */
export function useLogAddress(): LogAddress {
  const [params, setParams] = useSearchParams();
  const { search } = useLocation();
  const wanted = params.get('level');
  const lines = params.get('line');
  const marked = useMemo(() => parseMarkedLines(lines), [lines]);

  const set = useCallback(
    (name: string, value: string | undefined) =>
      setParams(
        current => {
          const changed = new URLSearchParams(current);
          if (value === undefined) {
            changed.delete(name);
          } else {
            changed.set(name, value);
          }
          return changed;
        },
        { replace: true },
      ),
    [setParams],
  );
  const searchFor = useCallback(
    (linked: MarkedLines) => {
      const changed = new URLSearchParams(search);
      changed.delete('level');
      changed.set('tab', 'logs');
      changed.set('line', formatMarkedLines(linked));
      return `?${changed}`;
    },
    [search],
  );
  return {
    level: LOG_LEVEL_FILTERS.find(level => level === wanted) ?? 'all',
    setLevel: level => set('level', level === 'all' ? undefined : level),
    marked,
    mark: next => set('line', next && formatMarkedLines(next)),
    searchFor,
  };
}
