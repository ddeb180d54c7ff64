import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the end of a list in sight as long as the person does not scroll away from it.
 *
 * @internal
 */
export function useFollowing(options: {
  isFollowing: boolean;
  total: number;
  /** How far the list is scrolled, in pixels. */
  offset: number;
  viewHeight: number;
  isAtEnd: boolean;
  scrollToEnd(): void;
  onScrolled(isAtEnd: boolean): void;
}) {
  const { isFollowing, total, offset, viewHeight, isAtEnd, onScrolled } =
    options;
  const scrollToEnd = useRef(options.scrollToEnd);
  scrollToEnd.current = options.scrollToEnd;
  const last = useRef({ offset, viewHeight });

  useEffect(() => {
    const { offset: before, viewHeight: heightBefore } = last.current;
    last.current = { offset, viewHeight };
    if (viewHeight !== heightBefore) {
      return;
    }
    // Following only ever moves down, so this was the person.
    if (offset < before - 1) {
      onScrolled(false);
    } else if (offset > before && isAtEnd) {
      onScrolled(true);
    }
  }, [offset, viewHeight, isAtEnd, onScrolled]);

  useLayoutEffect(() => {
    if (isFollowing) {
      scrollToEnd.current();
    }
  }, [isFollowing, total, viewHeight]);
}
