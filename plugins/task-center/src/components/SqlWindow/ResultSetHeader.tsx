import { useId, useState } from 'react';
import { RiAlertLine, RiArrowRightSLine } from '@remixicon/react';
import {
  isFinalStatus,
  ResultSet,
  Task,
  TaskStatement,
} from 'backstage-plugin-task-center-common';
import { formatCount, formatDuration, formatQuantity } from '../common';
import { SqlCode } from '../SqlEditor';
import styles from './SqlWindow.module.css';
import { shortStatement } from './shortStatement';

/** @internal */
export interface ResultSetHeaderProps {
  task: Task;
  resultSet: ResultSet;
  /** Undefined until it is loaded. */
  statement: TaskStatement | undefined;
}

/**
 * The statement behind a result set, folded to a line, how long it took, and whether all of its rows are there.
 *
 * @internal
 */
export function ResultSetHeader(props: ResultSetHeaderProps) {
  const { task, resultSet, statement } = props;
  const [isOpen, setIsOpen] = useState(false);
  const codeId = useId();
  const notice = describeCompleteness(task, resultSet, statement);
  return (
    <div className={styles.header}>
      <div className={styles.headerLine}>
        <button
          type="button"
          className={styles.statementToggle}
          aria-expanded={isOpen}
          aria-controls={codeId}
          onClick={() => setIsOpen(!isOpen)}
        >
          <RiArrowRightSLine
            size={16}
            className={styles.arrow}
            data-open={isOpen || undefined}
            aria-hidden
          />
          <span className={styles.statement}>
            {shortStatement(statement?.text, 200)}
          </span>
        </button>
        <span className={styles.facts}>
          {statement && `line ${formatCount(statement.line)}`}
          {statement?.durationMs !== undefined &&
            ` · ${formatDuration(statement.durationMs)}`}
        </span>
      </div>
      <div id={codeId} hidden={!isOpen}>
        {isOpen && statement && (
          <>
            <SqlCode
              sql={statement.text}
              firstLine={statement.line}
              maxHeight={220}
              aria-label={`Statement ${statement.index}`}
            />
            {statement.textTruncated && (
              <p className={styles.cutNote}>
                Only the beginning of the statement is shown here; the task's
                page has the whole script.
              </p>
            )}
          </>
        )}
      </div>
      {notice && (
        <p className={styles.notice} role="note">
          <RiAlertLine size={16} aria-hidden />
          {notice}
        </p>
      )}
    </div>
  );
}

function describeCompleteness(
  task: Task,
  resultSet: ResultSet,
  statement: TaskStatement | undefined,
): string | undefined {
  const rows = formatQuantity(resultSet.rowCount, 'row');
  if (resultSet.truncated) {
    return `Cut at the query result limit of ${formatCount(
      task.resultLimit,
    )}: the statement had more rows than the ${rows} here.`;
  }
  if (!resultSet.partial) {
    return undefined;
  }
  if (statement?.state === 'running' && !isFinalStatus(task.status)) {
    return `The statement is still running; ${rows} so far.`;
  }
  return `These ${rows} are only a part: the statement ended before it had returned all of them${
    statement?.error ? ` (${statement.error.message})` : ''
  }.`;
}
