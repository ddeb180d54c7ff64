import { RefObject, useEffect, useRef } from 'react';

/**
 * Ctrl+F goes to the search field, F3 to the next match and Shift+F3 to the one before: from anywhere on the page but a
 * dialog, or from within one part of it. A second Ctrl+F is the browser's own.
 *
 * @param root - what holds the field
 * @param within - the part of the page where the keys are heard
 * @internal
 */
export function useFindKeys(
  root: RefObject<HTMLElement>,
  step: (by: 1 | -1) => void,
  within?: RefObject<HTMLElement>,
): void {
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const field = root.current?.querySelector('input');
      const target = event.target as Element;
      const isHeard = within
        ? within.current?.contains(target)
        : !target.closest?.('[role=dialog]');
      if (!field || !isHeard) {
        return;
      }
      const isFind =
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        event.key.toLowerCase() === 'f';
      if (isFind && document.activeElement !== field) {
        event.preventDefault();
        field.focus();
        field.select();
      } else if (event.key === 'F3') {
        event.preventDefault();
        latest.current(event.shiftKey ? -1 : 1);
      }
    };
    // The field keeps its keys to itself, so they are seen on their way down.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [root, within]);
}
