import { useId, useState } from 'react';
import { RiAlertLine, RiArrowRightSLine } from '@remixicon/react';
import { TaskStatement } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { formatDuration } from '../common';
import { SqlCode } from '../SqlEditor';
import styles from './SqlWindow.module.css';
import { shortStatement } from './shortStatement';

/** @internal */
export interface ResultSetHeaderProps {
  /** Undefined until it is loaded. */
  statement: TaskStatement | undefined;
  /** Why the rows are not all that the statement returned, where they are not. */
  notice: string | undefined;
}

/**
 * The statement behind a result set, folded to a line, how long it took, and whether all of its rows are there.
 *
 * @internal
 */
export function ResultSetHeader(props: ResultSetHeaderProps) {
  const t = useTexts();
  const { statement, notice } = props;
  const [isOpen, setIsOpen] = useState(false);
  const codeId = useId();
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
          {statement && t('sqlWindow.line', { line: statement.line })}
          {statement?.durationMs !== undefined &&
            ` · ${formatDuration(statement.durationMs, t)}`}
        </span>
      </div>
      <div id={codeId} hidden={!isOpen}>
        {isOpen && statement && (
          <>
            <SqlCode
              sql={statement.text}
              firstLine={statement.line}
              maxHeight={220}
              aria-label={t('sqlWindow.statement', {
                statement: statement.index,
              })}
            />
            {statement.textTruncated && (
              <p className={styles.cutNote}>{t('sqlWindow.statement.cut')}</p>
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
