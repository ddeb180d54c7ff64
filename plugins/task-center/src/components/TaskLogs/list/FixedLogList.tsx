import { forwardRef, useImperativeHandle, useRef } from 'react';
import { useScaledRows } from '../../../longList';
import { LINE_HEIGHT, LogListFrame } from './LogListFrame';
import { LogListHandle, LogListProps } from './LogListProps';
import { useFollowing } from './useFollowing';

/**
 * The lines of a log, each in one line of the screen, of which only those in sight exist.
 *
 * @internal
 */
export const FixedLogList = forwardRef<LogListHandle, LogListProps>(
  function FixedList(props, ref) {
    const { total } = props;
    const scrollRef = useRef<HTMLDivElement>(null);
    const rows = useScaledRows({
      scrollRef,
      count: total,
      rowHeight: LINE_HEIGHT,
    });
    const { first, last, firstInSight, lastInSight } = rows;
    useFollowing({
      ...rows,
      ...props,
      scrollToEnd: () => rows.scrollTo(total - 1, 'end'),
    });
    useImperativeHandle(ref, () => ({
      show: rows.scrollTo,
      scrollBy: rows.scrollBy,
      scrollWithin: () => false,
      inSight: () => ({ first: firstInSight, last: lastInSight }),
      element: () => scrollRef.current,
    }));

    return (
      <LogListFrame
        {...props}
        scrollRef={scrollRef}
        height={rows.height}
        shift={rows.shift}
        drawn={Array.from(
          { length: Math.max(0, last - first + 1) },
          (_, i) => ({
            position: first + i,
            top: rows.topOf(first + i),
          }),
        )}
        lastInSight={lastInSight}
        isWrapped={false}
      />
    );
  },
);
