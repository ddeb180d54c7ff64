import { memo, Ref } from 'react';
import { LogLine } from 'backstage-plugin-task-center-common';
import { Texts } from '../../../translations';
import { formatCount } from '../../common';
import styles from './LogList.module.css';
import { LogLineProps } from './LogListProps';
import { LogText } from './LogText';

const LONGEST_LINE = 20_000;

/** @internal */
export interface LogRowProps extends LogLineProps {
  id: string;
  /** From 0. */
  position: number;
  /** Undefined while it is being loaded. */
  line: LogLine | undefined;
  /** In the layer of lines, in pixels. */
  top: number;
  height: number;
  /** Whether it is higher than that where it does not fit in. */
  isWrapped: boolean;
  /** Whether the keyboard is at it. */
  isActive: boolean;
  /** Whether a search has led to it. */
  isFound: boolean;
  /** Whether it is selected, or a link has led to it. */
  isMarked: boolean;
  t: Texts;
  rowRef?: Ref<HTMLDivElement>;
}

/**
 * A line of the log.
 *
 * @internal
 */
export const LogRow = memo(function Row(props: LogRowProps) {
  const { position, line, top, height, isWrapped } = props;
  return (
    <div
      ref={props.rowRef}
      id={props.id}
      role="row"
      aria-rowindex={position + 1}
      aria-selected={props.isMarked}
      aria-current={props.isFound || undefined}
      data-index={position}
      data-active={props.isActive || undefined}
      data-level={line?.level}
      className={styles.line}
      style={isWrapped ? { top, minHeight: height } : { top, height }}
    >
      {line ? (
        <LineCells {...props} line={line} />
      ) : (
        <span role="gridcell" className={styles.pending} />
      )}
    </div>
  );
});

function LineCells(props: LogRowProps & { line: LogLine }) {
  const { line, timeFormat, t } = props;
  const { index, time, level, statement, message } = line;
  return (
    <>
      <span role="gridcell">
        {/* The number is drawn by the style sheet, so that it is not copied with the text. */}
        <a
          href={props.lineHref(index)}
          className={styles.number}
          data-line={formatCount(index + 1, t)}
          tabIndex={-1}
          title={t('taskLogs.line.mark')}
        />
      </span>
      <span
        role="gridcell"
        className={styles.time}
        title={timeFormat.full(time)}
      >
        <time dateTime={time}>{timeFormat.short(time)}</time>
      </span>
      <span role="gridcell" className={styles.level}>
        {level}
      </span>
      <span role="gridcell" className={styles.statement}>
        {statement !== undefined && (
          <a
            href={props.statementHref(statement)}
            data-statement={statement}
            tabIndex={-1}
            title={t('taskLogs.line.statement')}
          >
            #{formatCount(statement, t)}
          </a>
        )}
      </span>
      <span role="gridcell" className={styles.message}>
        <LogText text={message.slice(0, LONGEST_LINE)} marker={props.marker} />
        {message.length > LONGEST_LINE && ' …'}
      </span>
    </>
  );
}
