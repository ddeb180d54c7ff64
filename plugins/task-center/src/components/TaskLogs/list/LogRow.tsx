import { memo, MouseEvent, Ref } from 'react';
import { Link } from 'react-router-dom';
import { LogLine } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../../translations';
import { formatCount } from '../../common';
import styles from './LogList.module.css';
import { LogLineProps } from './LogListProps';
import { LogText } from './LogText';

const LONGEST_LINE = 20_000;

/** @internal */
export interface LogRowProps extends LogLineProps {
  /** From 0. */
  position: number;
  /** Undefined while it is being loaded. */
  line: LogLine | undefined;
  /** In the layer of lines, in pixels. */
  top: number;
  height: number;
  /** Whether it is higher than that where it does not fit in. */
  isWrapped: boolean;
  /** Whether a search has led to it. */
  isCurrent: boolean;
  /** Whether a link has led to it. */
  isMarked: boolean;
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
      role="listitem"
      aria-posinset={position + 1}
      aria-setsize={props.total}
      aria-current={currentOf(props)}
      data-index={position}
      data-level={line?.level}
      className={styles.line}
      style={isWrapped ? { top, minHeight: height } : { top, height }}
    >
      {line ? (
        <LineCells {...props} line={line} />
      ) : (
        <span className={styles.pending} />
      )}
    </div>
  );
});

function currentOf({ isCurrent, isMarked }: LogRowProps) {
  if (isCurrent) {
    return true;
  }
  return isMarked ? 'location' : undefined;
}

function LineCells(props: LogRowProps & { line: LogLine }) {
  const { line, timeFormat, onMark } = props;
  const { index, time, level, statement, message } = line;
  const t = useTexts();
  const mark = (event: MouseEvent) => {
    if (!event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onMark(index, event.shiftKey);
    }
  };
  return (
    <>
      <Link
        to={{ search: props.lineSearch(index) }}
        className={styles.time}
        title={t('taskLogs.line.mark', {
          line: index + 1,
          time: timeFormat.full(time),
        })}
        onClick={mark}
      >
        <time dateTime={time}>{timeFormat.short(time)}</time>
      </Link>
      <span className={styles.level}>{level}</span>
      <span className={styles.statement}>
        {statement !== undefined && (
          <Link
            to={{ search: props.statementSearch(statement) }}
            title={t('taskLogs.line.statement')}
          >
            #{formatCount(statement, t)}
          </Link>
        )}
      </span>
      <span className={styles.message}>
        <LogText text={message.slice(0, LONGEST_LINE)} marker={props.marker} />
        {message.length > LONGEST_LINE && ' …'}
      </span>
    </>
  );
}
