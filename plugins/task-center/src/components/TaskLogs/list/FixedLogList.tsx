import { forwardRef, KeyboardEvent, useImperativeHandle, useRef } from 'react';
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
    const { first, last, firstInSight } = rows;
    useFollowing({
      ...rows,
      ...props,
      scrollToEnd: () => rows.scrollTo(total - 1, 'end'),
    });
    useImperativeHandle(ref, () => ({
      show: position => rows.scrollTo(position, 'center'),
      firstInSight: () => firstInSight,
      element: () => scrollRef.current,
    }));

    // In a scaled list the browser's own steps would skip lines.
    const scrollByKey = (event: KeyboardEvent) => {
      const page = rows.viewHeight - LINE_HEIGHT;
      const step = {
        ArrowUp: -LINE_HEIGHT,
        ArrowDown: LINE_HEIGHT,
        PageUp: -page,
        PageDown: page,
        Home: -Infinity,
        End: Infinity,
      }[event.key];
      if (step !== undefined && event.target === event.currentTarget) {
        event.preventDefault();
        rows.scrollBy(step);
      }
    };

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
        lastInSight={rows.lastInSight}
        isWrapped={false}
        onKeyDown={scrollByKey}
      />
    );
  },
);
