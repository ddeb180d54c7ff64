import { Ref, RefObject, useEffect, useId } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../../../translations';
import styles from './LogList.module.css';
import { LogListProps } from './LogListProps';
import { LogRow } from './LogRow';

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
}

/**
 * What lists of log lines have in common, however they place their lines. They are one stop for the keyboard: the list
 * keeps the focus, and says which line it is at.
 *
 * @internal
 */
export function LogListFrame(props: LogListFrameProps) {
  const { cache, drawn, lastInSight, onInSight, isWrapped, active } = props;
  const t = useTexts();
  const id = useId();
  const first = drawn[0]?.position ?? 0;
  const last = drawn[drawn.length - 1]?.position ?? -1;
  useEffect(() => cache.want(first, last), [cache, first, last]);
  useEffect(() => onInSight(lastInSight), [onInSight, lastInSight]);
  // What it names is read out, so it has to be there.
  const isActiveThere =
    active !== undefined &&
    active >= first &&
    active <= last &&
    cache.get(active) !== undefined;

  return (
    <>
      <div
        ref={props.scrollRef}
        className={styles.list}
        data-wrapped={isWrapped || undefined}
        role="grid"
        aria-label={t('taskLogs.lines.label')}
        aria-describedby={`${id}-keys`}
        aria-rowcount={props.total}
        aria-multiselectable
        aria-activedescendant={isActiveThere ? `${id}-${active}` : undefined}
        tabIndex={0}
        {...props.events}
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
                  id={`${id}-${position}`}
                  position={position}
                  top={top}
                  height={LINE_HEIGHT}
                  isWrapped={isWrapped}
                  line={line}
                  isActive={position === active}
                  isFound={
                    line !== undefined && line.index === props.currentLine
                  }
                  isMarked={isMarked(props, line?.index)}
                  t={t}
                  timeFormat={props.timeFormat}
                  marker={props.marker}
                  statementHref={props.statementHref}
                  lineHref={props.lineHref}
                />
              );
            })}
          </div>
        </div>
      </div>
      <VisuallyHidden id={`${id}-keys`}>
        {t('taskLogs.lines.keys')}
      </VisuallyHidden>
    </>
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
