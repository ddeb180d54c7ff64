import { useEffect, useRef } from 'react';
import { taskChanges } from '../api/taskChanges';

/** Several tasks that change together are looked at once. */
const GATHER_MS = 150;

/**
 * Does something soon after tasks have changed, as far as this tab hears of it.
 *
 * @internal
 */
export function useTaskChanges(onChange: () => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = taskChanges.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, []);
}
