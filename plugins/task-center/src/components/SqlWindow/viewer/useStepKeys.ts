import { useEffect, useRef } from 'react';

/**
 * A neighbour of a cell, by where it lies.
 *
 * @internal
 */
export type CellStep = 'up' | 'down' | 'left' | 'right';

const STEPS: Record<string, CellStep> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * With Alt, the arrow keys go from cell to cell wherever the focus is.
 *
 * @internal
 */
export function useStepKeys(onStep: (step: CellStep) => void): void {
  const latest = useRef(onStep);
  latest.current = onStep;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = event.altKey ? STEPS[event.key] : undefined;
      if (step) {
        event.preventDefault();
        event.stopPropagation();
        latest.current(step);
      }
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);
}
