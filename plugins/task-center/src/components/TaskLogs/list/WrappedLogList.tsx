import { forwardRef, useImperativeHandle, useRef } from 'react';
import { useVirtualizer, VirtualItem } from '@tanstack/react-virtual';
import { LINE_HEIGHT, LogListFrame } from './LogListFrame';
import { LogListHandle, LogListProps } from './LogListProps';
import { useFollowing } from './useFollowing';

/**
 * Up to so many lines can be wrapped: more would make an element taller than every browser can scroll.
 *
 * @internal
 */
export const MAX_WRAPPED_LINES = 500_000;

/**
 * The lines of a log, broken where they are longer than the screen is wide, of which only those in sight exist.
 *
 * @internal
 */
export const WrappedLogList = forwardRef<LogListHandle, LogListProps>(
  function WrappedList(props, ref) {
    const { total } = props;
    const scrollRef = useRef<HTMLDivElement>(null);
    const virtualizer = useVirtualizer({
      count: total,
      getScrollElement: () => scrollRef.current,
      estimateSize: () => LINE_HEIGHT,
      overscan: 8,
    });
    const viewHeight = virtualizer.scrollRect?.height ?? 0;
    const offset = virtualizer.scrollOffset ?? 0;
    useFollowing({
      ...props,
      offset,
      viewHeight,
      isAtEnd: offset + viewHeight >= virtualizer.getTotalSize() - LINE_HEIGHT,
      scrollToEnd: () =>
        total && virtualizer.scrollToIndex(total - 1, { align: 'end' }),
    });
    useImperativeHandle(ref, () => ({
      show: (position, align) =>
        virtualizer.scrollToIndex(position, {
          align:
            align === 'nearest'
              ? nearestEnd(virtualizer.measurementsCache[position], {
                  offset,
                  viewHeight,
                })
              : align,
        }),
      scrollBy: pixels => scrollRef.current?.scrollBy(0, pixels),
      scrollWithin: (position, by) =>
        scrollWithin(
          scrollRef.current,
          virtualizer.measurementsCache[position],
          by,
        ),
      inSight: () => ({
        first: virtualizer.range?.startIndex ?? 0,
        last: virtualizer.range?.endIndex ?? 0,
      }),
      element: () => scrollRef.current,
    }));

    return (
      <LogListFrame
        {...props}
        scrollRef={scrollRef}
        height={virtualizer.getTotalSize()}
        shift={0}
        drawn={virtualizer
          .getVirtualItems()
          .map(({ index, start }) => ({ position: index, top: start }))}
        lastInSight={virtualizer.range?.endIndex ?? -1}
        isWrapped
        rowRef={virtualizer.measureElement}
      />
    );
  },
);

/** A line that is taller than the view is read from the end that one comes to first. */
function nearestEnd(
  line: VirtualItem | undefined,
  view: { offset: number; viewHeight: number },
): 'auto' | 'start' | 'end' {
  if (!line || line.size <= view.viewHeight) {
    return 'auto';
  }
  return line.start >= view.offset ? 'start' : 'end';
}

function scrollWithin(
  list: HTMLElement | null,
  line: VirtualItem | undefined,
  by: 1 | -1,
): boolean {
  if (!list || !line || line.size <= list.clientHeight) {
    return false;
  }
  const { scrollTop, clientHeight } = list;
  const hidden =
    by === 1 ? line.end - scrollTop - clientHeight : scrollTop - line.start;
  // Browsers round where they have scrolled to.
  if (hidden <= 1) {
    return false;
  }
  const page = Math.max(LINE_HEIGHT, clientHeight - 2 * LINE_HEIGHT);
  list.scrollTop += by * Math.min(page, hidden);
  return true;
}
