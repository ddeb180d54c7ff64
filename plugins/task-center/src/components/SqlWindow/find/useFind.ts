import { useEffect, useMemo, useRef, useState } from 'react';
import {
  createTextMatcher,
  ResultSet,
} from 'backstage-plugin-task-center-common';
import { useDebouncedValue, useStored } from '../../../hooks';
import { GridCell } from '../grid/GridSelection';
import { ShownRows } from '../rows/useRowSource';
import { Finder } from './Finder';
import { useLocalFinder } from './useLocalFinder';
import { useServerFinder } from './useServerFinder';

const PAUSE_MS = 200;

/** @internal */
export interface FindOptions {
  taskId: string;
  resultSet: ResultSet;
  shownRows: ShownRows;
  /** The columns that are not hidden. */
  shown: number[];
  /** As it is typed. */
  text: string;
  onGoTo(cell: GridCell): void;
}

/** @internal */
export interface Find {
  finder: Finder;
  /** Tells which values are marked. */
  isMatch: ((value: string) => boolean) | undefined;
  /** Whether what is found is for the text as it is typed by now. */
  isSettled: boolean;
  /** The match that was gone to last, from 0; -1 before. */
  current: number;
  step(by: 1 | -1): void;
  /** Whether there is or may be a match to go to. */
  canStep: boolean;
  scope: 'loaded' | 'whole';
  setScope(scope: 'loaded' | 'whole'): void;
  /** Whether there are rows that are not in memory, so that the scope makes a difference. */
  hasScopes: boolean;
}

/**
 * Finds a text in the rows that are shown, and goes from match to match.
 *
 * @internal
 */
export function useFind(options: FindOptions): Find {
  const { taskId, resultSet, shownRows, shown, text, onGoTo } = options;
  const { rows, version, view, isSmall } = shownRows;
  const [preferred, prefer] = useStored<'loaded' | 'whole'>(
    'result-find-scope',
    'loaded',
  );
  // What was chosen before may become known only now.
  const [chosen, choose] = useState<'loaded' | 'whole'>();
  const scope = chosen ?? preferred;
  const [current, setCurrent] = useState(-1);
  const settled = useDebouncedValue(text, PAUSE_MS);
  const isSettled = settled === text;
  const isMatch = useMemo(
    () => (settled ? createTextMatcher(settled) : undefined),
    [settled],
  );
  // What is in memory as a whole is looked through here, also when it is a part that was chosen.
  const hasScopes = !isSmall && !rows.key.startsWith('local');
  const isOnServer = hasScopes && scope === 'whole';
  const local = useLocalFinder(
    rows,
    version,
    shown,
    isOnServer ? undefined : isMatch,
  );
  const server = useServerFinder({
    taskId,
    resultSet: resultSet.index,
    view,
    text: isOnServer ? settled : '',
    shown,
    rowCount: rows.rowCount,
  });
  const finder = isOnServer ? server : local;
  useEffect(() => setCurrent(-1), [settled, isOnServer, rows.key]);
  const isStepDue = useRef(false);

  const stepFrom = async (from: number, by: 1 | -1) => {
    if (hasScopes && !isOnServer && isMatch && !finder.matches.length) {
      // What is not in the rows at hand may be in the others.
      isStepDue.current = true;
      choose('whole');
      return;
    }
    const next = from + by;
    let { matches } = finder;
    if (next >= matches.length && finder.hasMore) {
      matches = await finder.more();
      if (next >= matches.length) {
        return;
      }
    }
    if (matches.length) {
      const start = from < 0 && by < 0 ? 0 : from;
      const to = (start + by + matches.length) % matches.length;
      setCurrent(to);
      onGoTo(matches[to]);
    }
  };
  const step = (by: 1 | -1) => {
    if (isSettled) {
      stepFrom(current, by);
    } else {
      isStepDue.current = true;
    }
  };

  // A step that was asked for before anything was found.
  const hasFound = isSettled && (!isOnServer || server.matches.length > 0);
  const latestStep = useRef(stepFrom);
  latestStep.current = stepFrom;
  useEffect(() => {
    if (hasFound && isStepDue.current) {
      isStepDue.current = false;
      latestStep.current(-1, 1);
    }
  }, [hasFound, settled]);

  const canStep =
    finder.matches.length > 0 ||
    Boolean(isMatch && (hasScopes || finder.hasMore));
  return {
    finder,
    isMatch,
    isSettled,
    current,
    step,
    canStep,
    scope,
    setScope: next => {
      choose(next);
      prefer(next);
    },
    hasScopes,
  };
}
