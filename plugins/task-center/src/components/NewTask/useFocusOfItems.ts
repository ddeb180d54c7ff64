import { RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the focus in a list whose items are moved and removed: on the item that was moved, or on the one that stands where
 * another was removed.
 *
 * @param items - when they change, the list has been drawn anew
 * @returns what is to be called before the items change with the place at which the focus is wanted, and with which of the
 * buttons there that are switched on takes it if it is lost, both from 0
 * @internal
 */
export function useFocusOfItems(
  list: RefObject<HTMLElement>,
  items: readonly unknown[],
): (place: number, button: number) => void {
  const wanted = useRef<{ place: number; button: number }>();
  useLayoutEffect(() => {
    const { place, button } = wanted.current ?? {};
    wanted.current = undefined;
    const { children = [] } = list.current ?? {};
    const item = children[Math.min(place ?? 0, children.length - 1)];
    if (button === undefined || !item || isFocused(item)) {
      return;
    }
    // One that has been switched off could not be left with the keyboard.
    const buttons = item.querySelectorAll<HTMLElement>('button:enabled');
    buttons[button]?.focus();
  }, [items, list]);
  return (place, button) => {
    wanted.current = { place, button };
  };
}

function isFocused(item: Element): boolean {
  const { activeElement } = document;
  return (
    item.contains(activeElement) &&
    !(activeElement as HTMLButtonElement).disabled
  );
}
