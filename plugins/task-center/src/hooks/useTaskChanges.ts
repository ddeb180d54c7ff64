import { useEffect, useRef } from 'react';
import { taskChanges } from '../api/taskChanges';
import { Polled } from './usePolling';
import { useTaskSignals } from './useTaskSignals';

/** Several tasks that change together are looked at once. */
const GATHER_MS = 150;
/** Not everybody who hears of a change is to ask for it at the same moment. */
const APART_MS = 400;

/**
 * Loads soon after tasks have changed: at once where this tab has done it or seen it first, and in between two polls where
 * the service tells of what others do.
 *
 * @param pauseMs - how long between what the service tells and the load before it, at least
 * @internal
 */
export function useTaskChanges(
  polled: Pick<Polled<unknown>, 'refresh' | 'look'>,
  pauseMs: number,
): void {
  const { refresh, look } = polled;
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const lookedAt = useRef(-Infinity);

  const loadIn = (waitMs: number, load: () => void) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      lookedAt.current = performance.now();
      load();
    }, waitMs);
  };

  useEffect(() => {
    const unsubscribe = taskChanges.subscribe(() => loadIn(GATHER_MS, refresh));
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      unsubscribe();
    };
  }, [refresh]);

  useTaskSignals(() => {
    // A hidden tab looks when it is seen again.
    if (timer.current === undefined && !document.hidden) {
      const soon = GATHER_MS + APART_MS * Math.random();
      const pause = lookedAt.current + pauseMs - performance.now();
      loadIn(Math.max(soon, pause), look);
    }
  });
}
