import { CSSProperties, memo, Ref } from 'react';
import { Link } from 'react-router-dom';
import { LogLine } from 'backstage-plugin-task-center-common';
import { formatCount } from '../common';
import { LogTimeFormat } from './formatLogTime';
import { LogText } from './LogText';
import styles from './TaskLogs.module.css';

const LONGEST_LINE = 20_000;

/** @internal */
export interface LogRowProps {
  /** From 0. */
  position: number;
  total: number;
  /** Undefined while it is being loaded. */
  line: LogLine | undefined;
  style: CSSProperties;
  timeFormat: LogTimeFormat;
  needle: string;
  isCurrent: boolean;
  /** Where the record of a statement is shown: the query of its address. */
  statementSearch(statement: number): string;
  rowRef?: Ref<HTMLDivElement>;
}

/**
 * A line of the log.
 *
 * @internal
 */
export const LogRow = memo(function Line(props: LogRowProps) {
  const { position, total, line, style, timeFormat, needle, isCurrent } = props;
  return (
    <div
      ref={props.rowRef}
      role="listitem"
      aria-posinset={position + 1}
      aria-setsize={total}
      aria-current={isCurrent || undefined}
      data-index={position}
      data-level={line?.level}
      className={styles.line}
      style={style}
    >
      {line ? (
        <>
          <time
            className={styles.time}
            dateTime={line.time}
            title={timeFormat.full(line.time)}
          >
            {timeFormat.short(line.time)}
          </time>
          <span className={styles.level}>{line.level}</span>
          <span className={styles.statement}>
            {line.statement !== undefined && (
              <Link
                to={{ search: props.statementSearch(line.statement) }}
                title="Show the statement"
              >
                #{formatCount(line.statement)}
              </Link>
            )}
          </span>
          <span className={styles.message}>
            <LogText
              text={line.message.slice(0, LONGEST_LINE)}
              needle={needle}
            />
            {line.message.length > LONGEST_LINE && ' …'}
          </span>
        </>
      ) : (
        <span className={styles.pending} />
      )}
    </div>
  );
});
