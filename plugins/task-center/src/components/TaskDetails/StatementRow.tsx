import { forwardRef } from 'react';
import {
  RiAlertLine,
  RiArrowGoBackLine,
  RiArrowRightSLine,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiPlayCircleFill,
  RiQuestionFill,
  RiSkipForwardLine,
  RiStopCircleFill,
  RiTimeLine,
} from '@remixicon/react';
import {
  describeStatementError,
  StatementState,
  TaskStatement,
} from 'backstage-plugin-task-center-common';
import { Texts, useTexts } from '../../translations';
import { formatCount, formatDuration } from '../common';
import { StatementWarnings } from './StatementWarnings';
import styles from './StatementTable.module.css';

const ICONS: Record<StatementState, typeof RiTimeLine> = {
  pending: RiTimeLine,
  running: RiPlayCircleFill,
  succeeded: RiCheckboxCircleFill,
  failed: RiCloseCircleFill,
  aborted: RiStopCircleFill,
  skipped: RiSkipForwardLine,
  'rolled-back': RiArrowGoBackLine,
  unknown: RiQuestionFill,
};

/**
 * @internal
 */
export interface StatementRowProps {
  /** From 0. */
  position: number;
  /** Pixels from the top of the list. */
  top: number;
  /** Undefined while it is on its way. */
  statement: TaskStatement | undefined;
  isExpanded: boolean;
  onToggle: () => void;
}

/**
 * A line of the ledger, which opens to show the whole statement.
 *
 * @internal
 */
export const StatementRow = forwardRef<HTMLDivElement, StatementRowProps>(
  function Row(props, ref) {
    const { position, top, statement, isExpanded, onToggle } = props;
    const t = useTexts();
    return (
      <div
        ref={ref}
        data-index={position}
        role="row"
        aria-rowindex={position + 2}
        className={styles.row}
        style={{ transform: `translateY(${top}px)` }}
      >
        {statement ? (
          <>
            <StatementCells
              statement={statement}
              isExpanded={isExpanded}
              onToggle={onToggle}
            />
            {isExpanded && <StatementDetail statement={statement} />}
          </>
        ) : (
          <div className={styles.cells}>
            <span role="cell" className={styles.pending}>
              {formatCount(position + 1, t)}
            </span>
          </div>
        )}
      </div>
    );
  },
);

function StatementCells(props: {
  statement: TaskStatement;
  isExpanded: boolean;
  onToggle: () => void;
}) {
  const t = useTexts();
  const { statement, isExpanded, onToggle } = props;
  const { index, line, state, durationMs, affectedRows, rowCount } = statement;
  const { warnings = 0 } = statement;
  const Icon = ICONS[state];
  return (
    <div
      className={styles.cells}
      role="presentation"
      // A press of the button comes here as well.
      onClick={() => isTextMarked() || onToggle()}
    >
      <span role="cell">{formatCount(index, t)}</span>
      <span role="cell">{formatCount(line, t)}</span>
      <span role="cell" className={styles.state} data-state={state}>
        <Icon aria-hidden />
        {t(`statements.state.${state}`)}
      </span>
      <span role="cell">
        {durationMs === undefined ? '' : formatDuration(durationMs, t)}
      </span>
      <span role="cell">
        {affectedRows === undefined ? '' : formatCount(affectedRows, t)}
      </span>
      <span role="cell">
        {rowCount === undefined ? '' : formatCount(rowCount, t)}
      </span>
      <span role="cell">
        <button
          type="button"
          className={styles.text}
          aria-expanded={isExpanded}
        >
          <RiArrowRightSLine className={styles.chevron} aria-hidden />
          {statement.error && (
            <span className={styles.error}>{statement.error.message} </span>
          )}
          {warnings > 0 && (
            <span className={styles.warnings}>
              <RiAlertLine aria-hidden />
              {`${t('common.warnings', { count: warnings })} `}
            </span>
          )}
          {statement.text}
        </button>
      </span>
    </div>
  );
}

/** As of somebody who wants to copy it. */
function isTextMarked(): boolean {
  return window.getSelection()?.type === 'Range';
}

function StatementDetail({ statement }: { statement: TaskStatement }) {
  const t = useTexts();
  const { error, text, textTruncated } = statement;

  return (
    <div role="cell" className={styles.detail}>
      {error && <p className={styles.error}>{describeStatementError(error)}</p>}
      <p className={styles.narrowOnly}>{describeRows(statement, t)}</p>
      <StatementWarnings statement={statement} />
      <pre>
        {text}
        {textTruncated && '…'}
      </pre>
      {textTruncated && <p>{t('statements.rest')}</p>}
    </div>
  );
}

function describeRows(
  { affectedRows, rowCount }: TaskStatement,
  t: Texts,
): string {
  return [
    affectedRows !== undefined &&
      t('statements.rows.affected', {
        rows: t('common.rows', { count: affectedRows }),
      }),
    rowCount !== undefined &&
      t('statements.rows.returned', {
        rows: t('common.rows', { count: rowCount }),
      }),
  ]
    .filter(Boolean)
    .join(t('common.clauseSeparator'));
}
