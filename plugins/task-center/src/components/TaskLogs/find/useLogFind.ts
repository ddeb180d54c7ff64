import { useEffect, useReducer, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  LineFinder,
  LogLevelFilter,
  LogSearch,
} from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../../api';
import { useDebouncedValue } from '../../../hooks';
import { LogFinder } from './LogFinder';
import { useLineFinder } from './useLineFinder';

const PAUSE_MS = 300;

/** @internal */
export interface LogFind {
  /** As it is typed and chosen. */
  search: Required<LogSearch>;
  setSearch(change: Partial<LogSearch>): void;
  /** Whether what is known is for the search as it is by now. */
  isSettled: boolean;
  /** Undefined while nothing is looked for. */
  finder: LogFinder | undefined;
  /** Finds in single lines what is looked for. */
  marker: LineFinder | undefined;
  step(by: 1 | -1): void;
}

/**
 * Looks for something in the whole log on the service, and walks through the lines that match.
 *
 * @internal
 */
export function useLogFind(options: {
  taskId: string;
  level: LogLevelFilter;
  /** How many lines there are by now. */
  total: number;
  /** The number of the first line in sight, in the whole log. */
  startLine(): number;
  /** Called with the number of the line to be shown, in the whole log. */
  onGoTo(line: number): void;
}): LogFind {
  const { taskId, level, total } = options;
  const api = useApi(taskCenterApiRef);
  const latest = useRef(options);
  latest.current = options;
  const [typed, setTyped] = useState({
    ...{ text: '', regex: false, matchCase: false },
  });
  const search = useDebouncedValue(typed, PAUSE_MS);
  const { text, regex, matchCase } = search;
  const [finder, setFinder] = useState<LogFinder>();
  const [, redraw] = useReducer((n: number) => n + 1, 0);

  useEffect(() => {
    if (!text) {
      setFinder(undefined);
      return undefined;
    }
    const abort = new AbortController();
    const begun = LogFinder.create({
      find: part =>
        api.findInLogs(taskId, {
          ...{ text, regex, matchCase, level },
          ...{ ...part, signal: abort.signal },
        }),
      startLine: latest.current.startLine(),
      onChange: redraw,
      onGoTo: line => latest.current.onGoTo(line),
    });
    setFinder(begun);
    begun.lookOn();
    return () => {
      begun.stop();
      abort.abort();
    };
  }, [api, taskId, level, text, regex, matchCase]);

  const looked = useRef<{ finder?: LogFinder; total: number }>({ total });
  useEffect(() => {
    const isGrown = looked.current.finder === finder;
    looked.current = { finder, total };
    if (isGrown) {
      finder?.takeGrowth();
    }
  }, [finder, total]);

  return {
    search: typed,
    setSearch: change => setTyped(before => ({ ...before, ...change })),
    isSettled: typed === search,
    finder,
    marker: useLineFinder(search),
    step: by => finder?.step(by),
  };
}
