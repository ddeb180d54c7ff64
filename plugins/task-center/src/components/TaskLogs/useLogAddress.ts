import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  LOG_LEVEL_FILTERS,
  LogLevelFilter,
} from 'backstage-plugin-task-center-common';
import {
  formatMarkedLines,
  MarkedLines,
  parseMarkedLines,
} from './MarkedLines';

// Browsers take only so many changes of the address at once, and a key that is held makes 30 a second.
const PAUSE_MS = 200;

/**
 * What of a log is shown, which is part of the URL.
 *
 * @internal
 */
export interface LogAddress {
  level: LogLevelFilter;
  setLevel(level: LogLevelFilter): void;
  marked: MarkedLines | undefined;
  /** The URL follows when no others are marked for a moment. */
  mark(marked: MarkedLines | undefined): void;
  /** The query of the address that leads to lines, among all others. */
  searchFor(marked: MarkedLines): string;
}

/** @internal */
export function useLogAddress(): LogAddress {
  const [params, setParams] = useSearchParams();
  const wanted = params.get('level');
  const lines = params.get('line');
  const [pending, setPending] = useState<{ marked?: MarkedLines }>();
  const linked = useMemo(() => parseMarkedLines(lines), [lines]);

  const set = useCallback(
    (name: string, value: string | undefined) =>
      setParams(current => withParam(current, name, value), { replace: true }),
    [setParams],
  );
  useEffect(() => {
    if (!pending) {
      return undefined;
    }
    const { marked } = pending;
    const timer = setTimeout(() => {
      set('line', marked && formatMarkedLines(marked));
      setPending(undefined);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [pending, set]);

  // Without what is replaced anyway, so that links to lines stay the same while others are marked.
  const rest = String(withParam(withParam(params, 'line'), 'level'));
  const searchFor = useCallback(
    (marked: MarkedLines) => {
      const changed = withParam(new URLSearchParams(rest), 'tab', 'logs');
      changed.set('line', formatMarkedLines(marked));
      return `?${changed}`;
    },
    [rest],
  );
  return {
    level: LOG_LEVEL_FILTERS.find(level => level === wanted) ?? 'all',
    setLevel: level => set('level', level === 'all' ? undefined : level),
    marked: pending ? pending.marked : linked,
    mark: useCallback(marked => setPending({ marked }), []),
    searchFor,
  };
}

function withParam(
  params: URLSearchParams,
  name: string,
  value?: string,
): URLSearchParams {
  const changed = new URLSearchParams(params);
  if (value === undefined) {
    changed.delete(name);
  } else {
    changed.set(name, value);
  }
  return changed;
}
