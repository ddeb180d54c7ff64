import { KeyboardEvent, Ref, RefObject, useEffect } from 'react';
import { useTexts } from '../../../translations';
import styles from './LogList.module.css';
import { LogListProps } from './LogListProps';
import { LogRow } from './LogRow';
import { copySelection } from './selectedLines';

/**
 * The height of a line, in pixels.
 *
 * @internal
 */
export const LINE_HEIGHT = 22;

/** @internal */
export interface LogListFrameProps extends LogListProps {
  scrollRef: RefObject<HTMLDivElement>;
  /** Of all lines, in pixels. */
  height: number;
  /** How far the layer of lines is moved down, in pixels. */
  shift: number;
  /** The lines that are drawn, and where in the layer. */
  drawn: { position: number; top: number }[];
  /** The last line that can be seen; -1 when there is none. */
  lastInSight: number;
  isWrapped: boolean;
  rowRef?: Ref<HTMLDivElement>;
  onKeyDown?(event: KeyboardEvent): void;
}

/**
 * What lists of log lines have in common, however they place their lines.
 *
 * @internal
 */
export function LogListFrame(props: LogListFrameProps) {
  const { cache, drawn, lastInSight, onInSight, isWrapped, currentLine } =
    props;
  const t = useTexts();
  const first = drawn[0]?.position ?? 0;
  const last = drawn[drawn.length - 1]?.position ?? -1;
  useEffect(() => cache.want(first, last), [cache, first, last]);
  useEffect(() => onInSight(lastInSight), [onInSight, lastInSight]);

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={props.scrollRef}
      className={styles.list}
      data-wrapped={isWrapped || undefined}
      role="list"
      aria-label={t('taskLogs.lines.label')}
      // Without it the keyboard cannot scroll.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={props.onKeyDown}
      onCopy={event => copySelection(event, cache)}
    >
      <div
        role="presentation"
        className={styles.lines}
        style={{ height: props.height }}
      >
        <div
          role="presentation"
          className={styles.layer}
          style={{ transform: `translateY(${props.shift}px)` }}
        >
          {drawn.map(({ position, top }) => {
            const line = cache.get(position);
            return (
              <LogRow
                key={position}
                rowRef={props.rowRef}
                position={position}
                top={top}
                height={LINE_HEIGHT}
                isWrapped={isWrapped}
                line={line}
                isCurrent={line !== undefined && line.index === currentLine}
                isMarked={isMarked(props, line?.index)}
                total={props.total}
                timeFormat={props.timeFormat}
                marker={props.marker}
                statementSearch={props.statementSearch}
                lineSearch={props.lineSearch}
                onMark={props.onMark}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function isMarked(
  { marked }: LogListProps,
  index: number | undefined,
): boolean {
  return (
    marked !== undefined &&
    index !== undefined &&
    index >= marked.from &&
    index <= marked.to
  );
}
