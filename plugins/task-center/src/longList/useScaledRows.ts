import {
  RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Scale, scaleOf } from './scaleOf';

/** @internal */
export interface ScaledRowsOptions {
  scrollRef: RefObject<HTMLElement>;
  count: number;
  /** In pixels. */
  rowHeight: number;
  /** The height of what sticks to the top of the scrolling element, in pixels. */
  headerHeight?: number;
}

/**
 * Which rows of a list are in sight and where they are drawn.
 *
 * @internal
 */
export interface ScaledRows {
  /** The first row that is drawn, and the last; the last is -1 when there is none. */
  first: number;
  last: number;
  /** The first row that can be seen, and the last. */
  firstInSight: number;
  lastInSight: number;
  /** The height of the element that holds the rows, in pixels. */
  height: number;
  /** How far the layer of rows is moved down in that element, in pixels. */
  shift: number;
  /** Where a row is drawn in the layer, in pixels. */
  topOf(index: number): number;
  /** How many whole rows can be seen at once. */
  rowsInSight: number;
  /** How far the list is scrolled, in pixels of the list. */
  offset: number;
  /** The height of what can be seen at once, in pixels. */
  viewHeight: number;
  isAtEnd: boolean;
  scrollBy(pixels: number): void;
  scrollTo(index: number, align?: 'nearest' | 'center' | 'start' | 'end'): void;
}

interface Position {
  /** Into the list. */
  offset: number;
  /** Of the scroll bar. */
  scrollTop: number;
  viewHeight: number;
}

const OVERSCAN = 8;
// Rows keep their place in the layer while one scrolls through this many.
const BLOCK = 2_000;

/**
 * Draws a list of rows of one height, however long: only those in sight, and with the scroll bar scaled where the list
 * is taller than a browser's largest element. The wheel and {@link ScaledRows.scrollTo} still reach every row.
 *
 * @internal
 */
export function useScaledRows(options: ScaledRowsOptions): ScaledRows {
  const { scrollRef, count, rowHeight, headerHeight = 0 } = options;
  const [position, setPosition] = useState<Position>({
    offset: 0,
    scrollTop: 0,
    viewHeight: 0,
  });
  const { viewHeight } = position;
  const scale = scaleOf(count * rowHeight, viewHeight);
  const now = useRef({ position, scale });
  now.current = { position, scale };

  const moveTo = useCallback(
    (target: number) => {
      const element = scrollRef.current;
      if (!element) {
        return;
      }
      const { scale: s, position: old } = now.current;
      const offset = Math.min(Math.max(0, target), s.maxOffset);
      element.scrollTop = offset / s.factor;
      const moved = { offset, scrollTop: element.scrollTop };
      now.current.position = { ...old, ...moved };
      // The view may have been measured since.
      setPosition(newest => ({ ...newest, ...moved }));
    },
    [scrollRef],
  );

  useMeasuredView(scrollRef, headerHeight, setPosition);
  useScrolling(scrollRef, now, setPosition);
  useWheel(scrollRef, now, moveTo, scale.factor > 1);

  // When rows are added, what one reads stays where it is, so the scroll bar has to move.
  useLayoutEffect(() => {
    if (scale.factor > 1 || now.current.position.offset > scale.maxOffset) {
      moveTo(now.current.position.offset);
    }
  }, [scale.factor, scale.maxOffset, moveTo]);

  const offset = Math.min(position.offset, scale.maxOffset);
  const firstInSight = Math.floor(offset / rowHeight);
  const lastInSight = Math.min(
    count - 1,
    Math.ceil((offset + viewHeight) / rowHeight) - 1,
  );
  const base = scale.factor > 1 ? Math.floor(firstInSight / BLOCK) * BLOCK : 0;

  const scrollTo: ScaledRows['scrollTo'] = (index, align = 'nearest') => {
    const top = index * rowHeight;
    const bottom = top + rowHeight;
    const at = now.current.position.offset;
    // It may be asked for before the view has been measured.
    const height = viewHeight || scrollRef.current?.clientHeight || 0;
    if (align === 'start') {
      moveTo(top);
    } else if (align === 'end') {
      moveTo(bottom - height);
    } else if (align === 'center') {
      moveTo(top - (height - rowHeight) / 2);
    } else if (top < at) {
      moveTo(top);
    } else if (bottom > at + height) {
      moveTo(bottom - height);
    }
  };

  return {
    first: Math.max(0, firstInSight - OVERSCAN),
    last: Math.min(count - 1, lastInSight + OVERSCAN),
    firstInSight,
    lastInSight,
    height: scale.height,
    shift:
      scale.factor > 1 ? position.scrollTop - offset + base * rowHeight : 0,
    topOf: index => (index - base) * rowHeight,
    rowsInSight: Math.max(1, Math.floor(viewHeight / rowHeight)),
    offset,
    viewHeight,
    isAtEnd: offset >= scale.maxOffset - rowHeight / 2,
    scrollBy: pixels => moveTo(now.current.position.offset + pixels),
    scrollTo,
  };
}

type Now = { current: { position: Position; scale: Scale } };

function useMeasuredView(
  scrollRef: RefObject<HTMLElement>,
  headerHeight: number,
  setPosition: (change: (old: Position) => Position) => void,
) {
  useLayoutEffect(() => {
    const element = scrollRef.current;
    if (!element) {
      return undefined;
    }
    const measure = () => {
      const viewHeight = Math.max(0, element.clientHeight - headerHeight);
      setPosition(old =>
        old.viewHeight === viewHeight ? old : { ...old, viewHeight },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scrollRef, headerHeight, setPosition]);
}

function useScrolling(
  scrollRef: RefObject<HTMLElement>,
  now: Now,
  setPosition: (change: (old: Position) => Position) => void,
) {
  // So early that no other listener has changed the page before this one measures it, which would have it laid out anew.
  useLayoutEffect(() => {
    const element = scrollRef.current;
    const onScroll = () => {
      const { scrollTop } = element!;
      const { factor } = now.current.scale;
      setPosition(old => {
        // The echo of a move that was made here is more exact than what the scroll bar can say.
        const isEcho = Math.abs(old.scrollTop - scrollTop) < 1;
        return isEcho ? old : { ...old, scrollTop, offset: scrollTop * factor };
      });
    };
    element?.addEventListener('scroll', onScroll, { passive: true });
    return () => element?.removeEventListener('scroll', onScroll);
  }, [scrollRef, now, setPosition]);
}

const PIXELS_PER_LINE = 40;

function useWheel(
  scrollRef: RefObject<HTMLElement>,
  now: Now,
  moveTo: (offset: number) => void,
  isScaled: boolean,
) {
  useEffect(() => {
    const element = scrollRef.current;
    if (!isScaled || !element) {
      return undefined;
    }
    const onWheel = (event: WheelEvent) => {
      if (event.ctrlKey || event.shiftKey || !event.deltaY) {
        return;
      }
      event.preventDefault();
      const { position } = now.current;
      const unit = [1, PIXELS_PER_LINE, position.viewHeight][event.deltaMode];
      if (event.deltaX) {
        element.scrollLeft += event.deltaX * unit;
      }
      moveTo(position.offset + event.deltaY * unit);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [scrollRef, now, moveTo, isScaled]);
}
