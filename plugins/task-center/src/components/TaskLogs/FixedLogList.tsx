import {
  forwardRef,
  KeyboardEvent,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import { useScaledRows } from '../../longList';
import { LogListHandle, LogListProps } from './LogListProps';
import { LogRow } from './LogRow';
import styles from './TaskLogs.module.css';
import { useFollowing } from './useFollowing';

const LINE_HEIGHT = 22;

/**
 * The lines of a log, each in one line of the screen, of which only those in sight exist.
 *
 * @internal
 */
export const FixedLogList = forwardRef<LogListHandle, LogListProps>(
  function FixedList(props, ref) {
    const { cache, total, onInSight } = props;
    const scrollRef = useRef<HTMLDivElement>(null);
    const rows = useScaledRows({
      scrollRef,
      count: total,
      rowHeight: LINE_HEIGHT,
    });
    const { first, last, lastInSight } = rows;
    useEffect(() => cache.want(first, last), [cache, first, last]);
    useEffect(() => onInSight(lastInSight), [onInSight, lastInSight]);
    useFollowing({
      ...rows,
      ...props,
      scrollToEnd: () => rows.scrollTo(total - 1, 'end'),
    });
    useImperativeHandle(ref, () => ({
      show: position => rows.scrollTo(position, 'center'),
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
      // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
      <div
        ref={scrollRef}
        className={styles.list}
        role="list"
        aria-label="Log lines"
        // Without it the keyboard cannot scroll.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={scrollByKey}
      >
        <div
          role="presentation"
          className={styles.lines}
          style={{ height: rows.height }}
        >
          <div
            role="presentation"
            className={styles.layer}
            style={{ transform: `translateY(${rows.shift}px)` }}
          >
            {Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
              const position = first + i;
              const line = cache.get(position);
              return (
                <LogRow
                  key={position}
                  position={position}
                  total={total}
                  line={line}
                  style={{ top: rows.topOf(position), height: LINE_HEIGHT }}
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
      </div>
    );
  },
);
