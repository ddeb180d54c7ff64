// Firefox stops at 17.8 million pixels, Chromium at 33.5 million.
const MAX_HEIGHT = 15_000_000;

/**
 * How a list that is taller than a browser can scroll is shown in an element that it can.
 *
 * @internal
 */
export interface Scale {
  /** The height of the element, in pixels. */
  height: number;
  /** How many pixels of the list one pixel of the scroll bar stands for; 1 where the list fits. */
  factor: number;
  /** The largest offset into the list. */
  maxOffset: number;
}

/**
 * @param listHeight - the height of all rows together
 * @param viewHeight - the height of what can be seen of them at once
 * @internal
 */
export function scaleOf(
  listHeight: number,
  viewHeight: number,
  maxHeight: number = MAX_HEIGHT,
): Scale {
  const maxOffset = Math.max(0, listHeight - viewHeight);
  if (listHeight <= maxHeight) {
    return { height: listHeight, factor: 1, maxOffset };
  }
  // Both ends of the scroll bar are both ends of the list.
  const factor = maxOffset / (maxHeight - viewHeight);
  return { height: maxHeight, factor, maxOffset };
}
