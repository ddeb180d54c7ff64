import { RefObject, useEffect, useRef } from 'react';

/**
 * Gives the focus to an element when a dialog has closed and nothing else has it, because what had it before is gone: the
 * button of a task that was deleted, for one.
 *
 * @internal
 */
export function useFocusKept(
  root: RefObject<HTMLElement>,
  isDialogOpen: boolean,
): void {
  const wasOpen = useRef(isDialogOpen);

  useEffect(() => {
    const hasClosed = wasOpen.current && !isDialogOpen;
    wasOpen.current = isDialogOpen;
    if (!hasClosed) {
      return undefined;
    }
    let frame = 0;
    const afterFrames = (frames: number, then: () => void) => {
      frame = requestAnimationFrame(() =>
        frames > 1 ? afterFrames(frames - 1, then) : then(),
      );
    };
    // The dialog gives the focus back in the next frame, where it can.
    afterFrames(3, () => {
      const focused = document.activeElement;
      if (!focused || focused === document.body || !focused.isConnected) {
        const rows = root.current?.querySelector<HTMLElement>(
          '[role="grid"], [role="treegrid"]',
        );
        (rows ?? root.current)?.focus();
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [root, isDialogOpen]);
}
