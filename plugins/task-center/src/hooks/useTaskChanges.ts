import { useEffect, useRef } from 'react';
import { taskChanges } from '../api/taskChanges';
import { useTaskSignals } from './useTaskSignals';

/** Several tasks that change together are looked at once. */
const GATHER_MS = 150;
/** Not everybody who hears of a change is to ask for it at the same moment. */
const APART_MS = 400;

/**
 * Does something soon after tasks have changed: at once where this tab has done it or seen it first, and not too often
 * where the portal's signals tell of what others do.
 *
 * @param options - what is done for signals is done once in `pauseMs` at most. With a `taskId` it is done for signals about
 *   this task alone: what shows a task knows what it does to it
 * @internal
 */
export function useTaskChanges(
  onChange: () => void,
  options: { pauseMs: number; taskId?: string },
): void {
  const latest = useRef({ onChange, ...options });
  latest.current = { onChange, ...options };
  const signals = useTaskSignals();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let doneAt = -Infinity;
    const doIn = (waitMs: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        doneAt = performance.now();
        latest.current.onChange();
      }, waitMs);
    };
    const unsubscribe = taskChanges.subscribe(() => {
      if (!latest.current.taskId) {
        doIn(GATHER_MS);
      }
    });
    const unsubscribeSignals = signals?.subscribe(({ taskIds }) => {
      const { taskId, pauseMs } = latest.current;
      const isMeant = !taskId || !taskIds || taskIds.includes(taskId);
      // A hidden tab looks when it is seen again.
      if (isMeant && timer === undefined && !document.hidden) {
        const soon = GATHER_MS + APART_MS * Math.random();
        doIn(Math.max(soon, doneAt + pauseMs - performance.now()));
      }
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
      unsubscribeSignals?.();
    };
  }, [signals]);
}
