import { useEffect, useRef, useState } from 'react';
import { Select } from '@backstage/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  STATEMENT_STATES,
  StatementState,
  Task,
} from 'backstage-plugin-task-center-common';
import { Texts, useTexts } from '../../translations';
import { ErrorPlaceholder } from '../common';
import { StatementRow } from './StatementRow';
import { useStatementPages } from './useStatementPages';
import { useStatementStates } from './useStatementStates';
import { useWantedStatement } from './useWantedStatement';
import styles from './StatementTable.module.css';

const ROW_HEIGHT = 32;
const OVERSCAN = 10;

const HEADS = [
  'line',
  'state',
  'duration',
  'affected',
  'rows',
  'text',
] as const;

/**
 * A task's ledger: every statement with what became of it.
 *
 * @internal
 */
export function StatementTable({ task }: { task: Task }) {
  const t = useTexts();
  const [states, setStates] = useStatementStates();
  // By its number, because others take its place when it gets into another state.
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
    setExpanded(position + 1);
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
        subject={t('statements.subject')}
        error={error}
        onRetry={retry}
      />
    );
  }
  return (
    <div className={styles.root}>
      <div className={styles.toolbar}>
        <Select
          aria-label={t('statements.state')}
          className={styles.states}
          placeholder={t('statements.state.any')}
          selectionMode="multiple"
          options={STATEMENT_STATES.map(state => ({
            id: state,
            label: capitalize(t(`statements.state.${state}`)),
          }))}
          value={states}
          onChange={keys => {
            setStates(keys as StatementState[]);
            setExpanded(undefined);
          }}
        />
        <span className={styles.count} aria-live="polite">
          {totalItems === undefined
            ? ''
            : t('common.statements', { count: totalItems })}
        </span>
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="table"
        aria-label={t('statements.title')}
        aria-rowcount={(totalItems ?? 0) + 1}
        aria-busy={totalItems === undefined}
        // Without it the keyboard cannot scroll.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" className={styles.cells} aria-rowindex={1}>
            <span role="columnheader">#</span>
            {HEADS.map(head => (
              <span key={head} role="columnheader">
                {t(`statements.${head}`)}
              </span>
            ))}
          </div>
        </div>
        {totalItems === 0 ? (
          <p className={styles.empty}>{describeEmpty(task, states, t)}</p>
        ) : (
          <div
            role="rowgroup"
            className={styles.body}
            style={{ height: virtualizer.getTotalSize() }}
          >
            {rows.map(row => {
              const statement = get(row.index);
              const isExpanded = statement && statement.index === expanded;
              return (
                <StatementRow
                  key={row.key}
                  ref={virtualizer.measureElement}
                  position={row.index}
                  top={row.start}
                  statement={statement}
                  isExpanded={Boolean(isExpanded)}
                  onToggle={() =>
                    setExpanded(isExpanded ? undefined : statement?.index)
                  }
                />
              );
            })}
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

function describeEmpty(task: Task, states: StatementState[], t: Texts): string {
  if (states.length > 0) {
    return t('statements.none.inState');
  }
  return task.status === 'preparing'
    ? t('statements.none.yet')
    : t('statements.none');
}
