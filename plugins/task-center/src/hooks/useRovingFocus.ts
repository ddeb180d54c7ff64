import { KeyboardEvent, RefObject, useCallback, useRef, useState } from 'react';

const MOVES: Record<string, (place: number, last: number) => number> = {
  ArrowLeft: place => place - 1,
  ArrowRight: place => place + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Many buttons that are one stop for the keyboard.
 *
 * @internal
 */
export interface RovingFocus<T extends HTMLElement> {
  /** For what holds the buttons, and nothing else that is one. */
  root: RefObject<T>;
  onKeyDown: (event: KeyboardEvent) => void;
  /** For each button, by its place from 0. */
  tabIndexOf: (place: number) => 0 | -1;
  /** To be told which button has the focus. */
  onFocusAt: (place: number) => void;
}

/**
 * Lets the arrows go from one of so many buttons to the next. The last one is the first to be focused.
 *
 * @internal
 */
export function useRovingFocus<T extends HTMLElement>(
  count: number,
): RovingFocus<T> {
  const root = useRef<T>(null);
  const [focused, setFocused] = useState<number>();
  const last = count - 1;
  const current = Math.min(focused ?? last, last);

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const move = MOVES[event.key];
      if (move) {
        event.preventDefault();
        const next = Math.min(last, Math.max(0, move(current, last)));
        root.current?.querySelectorAll('button')[next]?.focus();
      }
    },
    [current, last],
  );
  const tabIndexOf = (place: number) => (place === current ? 0 : -1);
  return { root, onKeyDown, tabIndexOf, onFocusAt: setFocused };
}
