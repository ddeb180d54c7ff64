import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Whether the end of a list is kept in sight, and what has come that the person has not seen.
 *
 * @internal
 */
export interface FollowState {
  isFollowing: boolean;
  set(isFollowing: boolean): void;
  /** To be told the last line that can be seen, from 0. */
  onInSight(last: number): void;
  /** How many lines have come that were not in sight. */
  unseen: number;
}

/**
 * @param list - names the list; another one begins with nothing unseen
 * @internal
 */
export function useFollowState(
  list: string,
  options: { initially: boolean; total: number },
): FollowState {
  const { initially, total } = options;
  const [isFollowing, setIsFollowing] = useState(initially);
  const seen = useRef(total);
  // Lines that were there when the log was opened are not news.
  const isFirstCount = useRef(true);
  const shown = useRef(list);
  const [, redraw] = useState(0);
  if (shown.current !== list) {
    shown.current = list;
    isFirstCount.current = true;
    seen.current = 0;
  }
  if (isFollowing) {
    seen.current = total;
  }
  const onInSight = useCallback((last: number) => {
    if (last + 1 > seen.current) {
      seen.current = last + 1;
      redraw(n => n + 1);
    }
  }, []);
  useEffect(() => {
    if (isFirstCount.current && total > 0) {
      isFirstCount.current = false;
      seen.current = Math.max(seen.current, total);
      redraw(n => n + 1);
    }
  }, [list, total]);
  return {
    isFollowing,
    set: setIsFollowing,
    onInSight,
    unseen: isFirstCount.current ? 0 : Math.max(0, total - seen.current),
  };
}
