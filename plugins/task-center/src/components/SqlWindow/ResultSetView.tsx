import { useCallback, useRef, useState } from 'react';
import {
  ResultSet,
  Task,
  TaskStatement,
} from 'backstage-plugin-task-center-common';
import { useRestOfViewport } from '../../longList';
import { CellViewer, copyRange, GridCell, rangeOf, ResultGrid } from './grid';
import { GridSelection, ResultGridHandle } from './grid';
import { PageErrorBar } from './PageErrorBar';
import { ResultSetHeader } from './ResultSetHeader';
import { ResultToolbar } from './ResultToolbar';
import { RowsPlaceholder } from './RowsPlaceholder';
import styles from './SqlWindow.module.css';
import { useFindInRows } from './useFindInRows';
import { useResultRows } from './useResultRows';

const START: GridCell = { row: 0, column: 0 };

/** @internal */
export interface ResultSetViewProps {
  task: Task;
  resultSet: ResultSet;
  /** Undefined until it is loaded. */
  statement: TaskStatement | undefined;
}

/**
 * One result set: its statement, what is to be known about it, and its rows.
 *
 * @internal
 */
export function ResultSetView(props: ResultSetViewProps) {
  const { task, resultSet, statement } = props;
  const { cache, version, isReady } = useResultRows(task.id, resultSet);
  const grid = useRef<ResultGridHandle>(null);
  const frame = useRef<HTMLDivElement>(null);
  const height = useRestOfViewport(frame, 320);
  const [selection, setSelection] = useState<GridSelection>({
    focus: START,
    anchor: START,
  });
  const [opened, setOpened] = useState<GridCell>();
  const [inSight, setInSight] = useState({ first: 0, last: -1 });
  const [notice, setNotice] = useState('');
  const find = useFindInRows(cache, version);
  const openedRow = opened && cache.get(opened.row);

  const goTo = (cell: GridCell) => {
    setSelection({ focus: cell, anchor: cell });
    grid.current?.reveal(cell, 'center');
  };
  const copy = async () => {
    setNotice('Copying…');
    try {
      setNotice(await copyRange(cache, rangeOf(selection)));
    } catch (e) {
      setNotice((e as Error).message);
    }
  };
  const onRowsInSight = useCallback(
    (first: number, last: number) => setInSight({ first, last }),
    [],
  );

  return (
    <div className={styles.view}>
      <ResultSetHeader
        task={task}
        resultSet={resultSet}
        statement={statement}
      />
      <ResultToolbar
        find={find}
        loadedRows={cache.loadedCount}
        rowCount={resultSet.rowCount}
        inSight={inSight}
        selection={selection}
        notice={notice}
        onGoTo={goTo}
        onCopy={copy}
      />
      <PageErrorBar
        error={isReady ? cache.error : undefined}
        onRetry={() => cache.retry()}
      />
      <div ref={frame} className={styles.gridFrame} style={{ height }}>
        {isReady && resultSet.rowCount > 0 ? (
          <ResultGrid
            ref={grid}
            label={`Rows of statement ${resultSet.statement}`}
            columns={resultSet.columns}
            rowCount={resultSet.rowCount}
            cache={cache}
            selection={selection}
            onSelect={setSelection}
            onOpen={setOpened}
            onCopy={copy}
            highlight={find.needle}
            onRowsInSight={onRowsInSight}
          />
        ) : (
          <RowsPlaceholder resultSet={resultSet} cache={cache} />
        )}
      </div>
      {opened && openedRow && (
        <CellViewer
          column={resultSet.columns[opened.column]}
          row={opened.row}
          value={openedRow[opened.column]}
          onClose={() => {
            setOpened(undefined);
            grid.current?.focus();
          }}
        />
      )}
    </div>
  );
}
