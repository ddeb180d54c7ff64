import { useEffect, useRef } from 'react';

/** Where a question mark is a part of a text, or of what is looked for in a menu. */
const TYPED =
  'input, textarea, select, [contenteditable=true], [role=menu], [role=listbox], [role=alertdialog]';

/**
 * Calls back when the question mark is pressed, but not where one types.
 *
 * @internal
 */
export function useQuestionMark(onPress: () => void): void {
  const latest = useRef(onPress);
  latest.current = onPress;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      const isTyped = target instanceof Element && target.closest(TYPED);
      if (key === '?' && !(ctrlKey || metaKey || altKey || isTyped)) {
        event.preventDefault();
        latest.current();
      }
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);
}
