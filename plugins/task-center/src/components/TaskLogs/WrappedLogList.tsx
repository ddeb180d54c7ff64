import { forwardRef, useEffect, useImperativeHandle, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { LogListHandle, LogListProps } from './LogListProps';
import { LogRow } from './LogRow';
import styles from './TaskLogs.module.css';
import { useFollowing } from './useFollowing';

const LINE_HEIGHT = 22;

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
    const { cache, total, onInSight } = props;
    const scrollRef = useRef<HTMLDivElement>(null);
    const virtualizer = useVirtualizer({
      count: total,
      getScrollElement: () => scrollRef.current,
      estimateSize: () => LINE_HEIGHT,
      overscan: 8,
    });
    const items = virtualizer.getVirtualItems();
    const first = items[0]?.index ?? 0;
    const last = items[items.length - 1]?.index ?? -1;
    useEffect(() => cache.want(first, last), [cache, first, last]);
    const lastInSight = virtualizer.range?.endIndex ?? -1;
    useEffect(() => onInSight(lastInSight), [onInSight, lastInSight]);

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
      show: position =>
        virtualizer.scrollToIndex(position, { align: 'center' }),
      element: () => scrollRef.current,
    }));

    return (
      <div
        ref={scrollRef}
        className={styles.list}
        data-wrapped
        role="list"
        aria-label="Log lines"
        // Without it the keyboard cannot scroll.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <div
          role="presentation"
          className={styles.lines}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map(({ index, start }) => {
            const line = cache.get(index);
            return (
              <LogRow
                key={index}
                rowRef={virtualizer.measureElement}
                position={index}
                total={total}
                line={line}
                style={{ top: start, minHeight: LINE_HEIGHT }}
                timeFormat={props.timeFormat}
                needle={props.needle}
                isCurrent={
                  line !== undefined && line.index === props.currentLine
                }
                statementSearch={props.statementSearch}
              />
            );
          })}
        </div>
      </div>
    );
  },
);
