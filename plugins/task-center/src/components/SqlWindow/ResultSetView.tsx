import { useMemo, useRef, useState } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import {
  Connection,
  ResultSet,
  Task,
  TaskStatement,
} from 'backstage-plugin-task-center-common';
import { useRestOfViewport } from '../../longList';
import { useTexts } from '../../translations';
import { ColumnsButton } from './columns/ColumnsButton';
import { Completeness } from './completeness/describeCompleteness';
import { CopyMenu } from './copy/CopyMenu';
import { useCopyCells } from './copy/useCopyCells';
import { FindBar } from './find/FindBar';
import { useFind } from './find/useFind';
import { ColumnActions, GridCell, rangeOf, ResultGrid } from './grid';
import { ResultGridHandle, RowsInSight } from './grid';
import { NoMatchingRows } from './NoMatchingRows';
import { PageErrorBar } from './PageErrorBar';
import { changeSort } from './query/changeSort';
import { describeOutcome } from './query/describeOutcome';
import { isAsked } from './query/GridQuery';
import { QueryBar } from './query/QueryBar';
import { RememberedQuery, useGridQuery } from './query/useGridQuery';
import { ResultSetHeader } from './ResultSetHeader';
import { ResultToolbar } from './ResultToolbar';
import { RowsPlaceholder } from './RowsPlaceholder';
import { useRowSource } from './rows/useRowSource';
import styles from './SqlWindow.module.css';
import { useAnsweredQuery } from './query/useAnsweredQuery';
import { useFilterDialog } from './useFilterDialog';
import { useOpenedCell } from './useOpenedCell';
import { useSelection } from './useSelection';

/** @internal */
export interface ResultSetViewProps {
  task: Task;
  connection: Connection | undefined;
  resultSet: ResultSet;
  /** Undefined until it is loaded. */
  statement: TaskStatement | undefined;
  /** Why rows are missing, where some are. */
  completeness: Completeness | undefined;
  memory: Map<number, RememberedQuery>;
}

/**
 * One result set: its statement, what is to be known about it, and its rows.
 *
 * @internal
 */
export function ResultSetView(props: ResultSetViewProps) {
  const t = useTexts();
  const { task, connection, resultSet, statement, completeness } = props;
  const { columns } = resultSet;
  const grid = useRef<ResultGridHandle>(null);
  const frame = useRef<HTMLDivElement>(null);
  const height = useRestOfViewport(frame, 320);
  const state = useGridQuery(resultSet, props.memory);
  const { query, hidden } = state;
  const [findText, setFindText] = useState('');
  const shownRows = useRowSource(task.id, resultSet, query, findText !== '');
  const { rows, isReady } = shownRows;
  const answered = useAnsweredQuery(query, shownRows);
  const [rowsInSight] = useState(RowsInSight.create);
  const shown = useMemo(
    () => [...columns.keys()].filter(index => !hidden.has(index)),
    [columns, hidden],
  );
  const [selection, setSelection] = useSelection(rows, shown.length);

  const goTo = (cell: GridCell) => {
    setSelection({ focus: cell, anchor: cell });
    grid.current?.reveal(cell, 'center');
  };
  const find = useFind({
    taskId: task.id,
    resultSet,
    shownRows,
    shown,
    text: findText,
    onGoTo: goTo,
  });
  const copying = useCopyCells({
    rows,
    resultSet,
    shown,
    statement: statement?.text,
    dialect: connection?.dialect ?? 'mysql',
  });
  const filterDialog = useFilterDialog(columns, state);
  const { open, viewer } = useOpenedCell({
    columns,
    shown,
    rows,
    onGoTo: goTo,
    onClosed: () => grid.current?.focus(),
  });
  const actions: ColumnActions = {
    sort: (column, direction, isAdded) =>
      state.setSort(changeSort(query.sort, column, direction, isAdded)),
    requestFilter: filterDialog.requestNew,
    addFilter: filter => state.setFilters([...query.filters, filter]),
    clearFilters: column =>
      state.setFilters(query.filters.filter(f => f.column !== column)),
    hide: column => state.setHidden(new Set([...hidden, column])),
    copy: column => {
      const place = shown.indexOf(column);
      const range = {
        firstRow: 0,
        lastRow: rows.rowCount - 1,
        firstColumn: place,
        lastColumn: place,
      };
      copying.copy(range, 'tsv');
    },
  };
  const filtered = useMemo(
    () => new Set(query.filters.flatMap(({ column }) => column ?? [])),
    [query.filters],
  );
  const focusGrid = () => grid.current?.focus();
  const outcome = describeOutcome(shownRows, query, resultSet.rowCount, t);
  const copySelection = () => copying.copy(rangeOf(selection), 'tsv');

  return (
    <div className={styles.view}>
      <ResultSetHeader statement={statement} notice={completeness?.sentence} />
      <ResultToolbar
        find={
          <FindBar
            find={find}
            text={findText}
            onText={setFindText}
            rowCount={rows.rowCount}
          />
        }
        menus={
          <>
            <ColumnsButton
              columns={columns}
              hidden={hidden}
              onHidden={state.setHidden}
              onResetWidths={() => grid.current?.resetWidths()}
            />
            <CopyMenu
              isDisabled={!rows.rowCount}
              withNames={copying.withNames}
              onWithNames={copying.setWithNames}
              onCopy={format => copying.copy(rangeOf(selection), format)}
            />
          </>
        }
        onFilter={() => filterDialog.requestNew()}
        rowCount={rows.rowCount}
        rowsInSight={rowsInSight}
        selection={selection}
        notice={copying.notice}
      />
      {isAsked(query) && (
        <QueryBar
          columns={columns}
          state={state}
          shownRows={shownRows}
          outcome={outcome}
          onFilter={filterDialog.requestChange}
          onCancel={() => state.restore(answered)}
          onGone={focusGrid}
        />
      )}
      <VisuallyHidden role="status">
        {isAsked(query) && !shownRows.progress && !shownRows.error
          ? t('resultQuery.shown', { outcome })
          : ''}
      </VisuallyHidden>
      <PageErrorBar
        error={isReady ? rows.error : undefined}
        onRetry={shownRows.retry}
      />
      <div ref={frame} className={styles.gridFrame} style={{ height }}>
        {isReady && resultSet.rowCount > 0 ? (
          <ResultGrid
            ref={grid}
            label={t('sqlWindow.rows', { statement: resultSet.statement })}
            columns={columns}
            shown={shown}
            rows={rows}
            totalRows={resultSet.rowCount}
            isStale={Boolean(shownRows.progress)}
            sort={query.sort}
            filtered={filtered}
            actions={actions}
            selection={selection}
            onSelect={setSelection}
            onOpen={open}
            onCopy={copySelection}
            isMatch={find.isMatch}
            rowsInSight={rowsInSight}
            foot={isAsked(query) ? undefined : completeness?.foot}
            nothing={
              <NoMatchingRows
                loadedOnly={query.scope === 'loaded' && !shownRows.isSmall}
                onWholeSet={() => {
                  state.setScope('whole');
                  focusGrid();
                }}
                onRemoveFilters={() => {
                  state.setFilters([]);
                  focusGrid();
                }}
              />
            }
          />
        ) : (
          <RowsPlaceholder resultSet={resultSet} rows={rows} />
        )}
      </div>
      {viewer}
      {copying.dialog}
      {filterDialog.dialog}
    </div>
  );
}
