import { useEffect, useRef, useState } from 'react';
import { Select } from '@backstage/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  STATEMENT_STATES,
  StatementState,
  Task,
} from 'backstage-plugin-task-center-common';
import { ErrorPlaceholder, formatQuantity } from '../common';
import { StatementRow } from './StatementRow';
import { describeState } from './describeState';
import { useStatementPages } from './useStatementPages';
import { useStatementStates } from './useStatementStates';
import { useWantedStatement } from './useWantedStatement';
import styles from './StatementTable.module.css';

const ROW_HEIGHT = 32;
const OVERSCAN = 10;

const STATE_OPTIONS = STATEMENT_STATES.map(state => ({
  id: state,
  label: capitalize(describeState(state)),
}));

const HEADS = ['#', 'Line', 'State', 'Duration', 'Affected', 'Rows', 'Text'];

/**
 * A task's ledger: every statement with what became of it.
 *
 * @internal
 */
export function StatementTable({ task }: { task: Task }) {
  const [states, setStates] = useStatementStates();
  const [expanded, setExpanded] = useState<number>();
  const scroller = useRef<HTMLDivElement>(null);
  const { totalItems, error, get, show, retry } = useStatementPages({
    taskId: task.id,
    states,
    version: describeVersion(task),
  });

  const virtualizer = useVirtualizer({
    count: totalItems ?? 0,
    estimateSize: () => ROW_HEIGHT,
    getScrollElement: () => scroller.current,
    overscan: OVERSCAN,
  });
  useWantedStatement(totalItems, position => {
    virtualizer.scrollToIndex(position, { align: 'center' });
    setExpanded(position);
  });
  const rows = virtualizer.getVirtualItems();
  const first = rows[0]?.index;
  const last = rows[rows.length - 1]?.index;
  useEffect(() => {
    if (first !== undefined && last !== undefined) {
      show(first, last);
    }
  }, [first, last, show]);

  if (error && totalItems === undefined) {
    return (
      <ErrorPlaceholder
        subject="The statements"
        error={error}
        onRetry={retry}
      />
    );
  }
  return (
    <div className={styles.root}>
      <div className={styles.toolbar}>
        <Select
          aria-label="State"
          className={styles.states}
          placeholder="Any state"
          selectionMode="multiple"
          options={STATE_OPTIONS}
          value={states}
          onChange={keys => {
            setStates(keys as StatementState[]);
            setExpanded(undefined);
          }}
        />
        <span className={styles.count} aria-live="polite">
          {totalItems === undefined
            ? ''
            : formatQuantity(totalItems, 'statement')}
        </span>
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="table"
        aria-label="Statements"
        aria-rowcount={(totalItems ?? 0) + 1}
        aria-busy={totalItems === undefined}
        // Without it the keyboard cannot scroll.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" className={styles.cells} aria-rowindex={1}>
            {HEADS.map(head => (
              <span key={head} role="columnheader">
                {head}
              </span>
            ))}
          </div>
        </div>
        {totalItems === 0 ? (
          <p className={styles.empty}>{describeEmpty(task, states)}</p>
        ) : (
          <div
            role="rowgroup"
            className={styles.body}
            style={{ height: virtualizer.getTotalSize() }}
          >
            {rows.map(row => (
              <StatementRow
                key={row.key}
                ref={virtualizer.measureElement}
                position={row.index}
                top={row.start}
                statement={get(row.index)}
                isExpanded={expanded === row.index}
                onToggle={() =>
                  setExpanded(expanded === row.index ? undefined : row.index)
                }
              />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

function describeVersion(task: Task): string {
  return [
    task.status,
    task.totalStatements,
    task.succeededStatements,
    task.failedStatements,
    task.rolledBackStatements,
  ].join();
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function describeEmpty(task: Task, states: StatementState[]): string {
  if (states.length > 0) {
    return 'No statement is in this state.';
  }
  return task.status === 'preparing'
    ? 'The statements appear here once the script has been read through.'
    : 'No statement has been recorded.';
}
