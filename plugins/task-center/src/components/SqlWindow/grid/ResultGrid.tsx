import {
  KeyboardEvent,
  MouseEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  CSSProperties,
  forwardRef,
} from 'react';
import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import { PageCache, useScaledRows } from '../../../longList';
import { GridHeader } from './GridHeader';
import { cellId, GridRow } from './GridRow';
import styles from './ResultGrid.module.css';
import {
  GridCell,
  GridSelection,
  moveSelection,
  rangeOf,
} from './GridSelection';
import { useColumns } from './useColumns';

const ROW_HEIGHT = 28;
const HEADER_HEIGHT = 44;

/** @internal */
export interface ResultGridProps {
  label: string;
  columns: ResultColumn[];
  rowCount: number;
  cache: PageCache<ResultRow>;
  selection: GridSelection;
  onSelect(selection: GridSelection): void;
  /** The cell was double-clicked, or Enter pressed on it. */
  onOpen(cell: GridCell): void;
  onCopy(): void;
  /** Cells with this text are marked. */
  highlight: string;
  /** Tells which rows can be seen, from 0. */
  onRowsInSight(first: number, last: number): void;
}

/** @internal */
export interface ResultGridHandle {
  /** Brings a cell into sight. */
  reveal(cell: GridCell, align?: 'nearest' | 'center'): void;
  focus(): void;
}

/**
 * The rows of a result set, of which only those in sight exist. It has one place in the tab order; the arrow keys move
 * within.
 *
 * @internal
 */
export const ResultGrid = forwardRef<ResultGridHandle, ResultGridProps>(
  function ResultGrid(props, ref) {
    const { columns, rowCount, cache, selection, onSelect, onOpen } = props;
    const { onRowsInSight } = props;
    const gridId = useId();
    const scrollRef = useRef<HTMLDivElement>(null);
    const rows = useScaledRows({
      scrollRef,
      count: rowCount,
      rowHeight: ROW_HEIGHT,
      headerHeight: HEADER_HEIGHT,
    });
    const grid = useColumns(
      scrollRef,
      columns,
      () => sampleOf(cache),
      rowCount,
    );
    const range = rangeOf(selection);
    const { focus } = selection;

    const { first, last, firstInSight, lastInSight } = rows;
    useEffect(() => cache.want(first, last), [cache, first, last]);
    useEffect(
      () => onRowsInSight(firstInSight, lastInSight),
      [onRowsInSight, firstInSight, lastInSight],
    );

    const reveal: ResultGridHandle['reveal'] = (cell, align) => {
      rows.scrollTo(cell.row, align);
      grid.scrollTo(cell.column);
    };
    useImperativeHandle(ref, () => ({
      reveal,
      focus: () => scrollRef.current?.focus(),
    }));

    const onKeyDown = (event: KeyboardEvent) => {
      const modKey = event.ctrlKey || event.metaKey;
      if (modKey && event.key.toLowerCase() === 'c') {
        event.preventDefault();
        props.onCopy();
        return;
      }
      if (event.key === 'Enter') {
        event.preventDefault();
        onOpen(focus);
        return;
      }
      const moved = moveSelection(
        selection,
        { key: event.key, shiftKey: event.shiftKey, modKey },
        { rows: rowCount, columns: columns.length, page: rows.rowsInSight },
      );
      if (moved) {
        event.preventDefault();
        onSelect(moved);
        if (event.key.toLowerCase() !== 'a') {
          reveal(moved.focus);
        }
      }
    };

    const selectByMouse = (event: MouseEvent) => {
      const cell = cellAt(event);
      if (!cell || event.button !== 0) {
        return;
      }
      if (cell.column === undefined) {
        onSelect({
          focus: { row: cell.row, column: columns.length - 1 },
          anchor: {
            row: event.shiftKey ? selection.anchor.row : cell.row,
            column: 0,
          },
        });
      } else {
        const target = { row: cell.row, column: cell.column };
        onSelect({
          focus: target,
          anchor: event.shiftKey ? selection.anchor : target,
        });
      }
    };

    const extendByMouse = (event: MouseEvent) => {
      const cell = event.buttons === 1 ? cellAt(event) : undefined;
      if (cell?.column !== undefined) {
        const target = { row: cell.row, column: cell.column };
        if (target.row !== focus.row || target.column !== focus.column) {
          onSelect({ ...selection, focus: target });
        }
      }
    };

    const openByMouse = (event: MouseEvent) => {
      const cell = cellAt(event);
      if (cell?.column !== undefined) {
        onOpen({ row: cell.row, column: cell.column });
      }
    };

    const isFocusDrawn =
      focus.row >= first &&
      focus.row <= last &&
      grid.visible.some(({ index }) => index === focus.column);

    return (
      <div
        ref={scrollRef}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-activedescendant={
          isFocusDrawn ? cellId(gridId, focus.row, focus.column) : undefined
        }
        tabIndex={0}
        className={styles.grid}
        style={{ '--number-width': `${grid.numberWidth}px` } as CSSProperties}
        onKeyDown={onKeyDown}
        onMouseDown={selectByMouse}
        onMouseOver={extendByMouse}
        onDoubleClick={openByMouse}
      >
        <GridHeader
          columns={columns}
          visible={grid.visible}
          width={grid.totalWidth}
          onResize={grid.resize}
          onSelectColumn={column =>
            onSelect({
              anchor: { row: 0, column },
              focus: { row: rowCount - 1, column },
            })
          }
        />
        <div
          role="rowgroup"
          className={styles.body}
          style={{ height: rows.height, width: grid.totalWidth }}
        >
          <div
            role="presentation"
            className={styles.layer}
            style={{ transform: `translateY(${rows.shift}px)` }}
          >
            {numbersFrom(first, last).map(index => {
              const isInRange =
                index >= range.firstRow && index <= range.lastRow;
              return (
                <GridRow
                  key={index}
                  gridId={gridId}
                  index={index}
                  row={cache.get(index)}
                  top={rows.topOf(index)}
                  columns={grid.visible}
                  focus={index === focus.row ? focus.column : undefined}
                  selectedFrom={isInRange ? range.firstColumn : undefined}
                  selectedTo={isInRange ? range.lastColumn : undefined}
                  highlight={props.highlight}
                />
              );
            })}
          </div>
        </div>
      </div>
    );
  },
);

function numbersFrom(first: number, last: number): number[] {
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, i) => first + i,
  );
}

function sampleOf(cache: PageCache<ResultRow>): ResultRow[] {
  const rows: ResultRow[] = [];
  for (const [, row] of cache.loaded()) {
    if (rows.push(row) >= 60) {
      break;
    }
  }
  return rows;
}

function cellAt(
  event: MouseEvent,
): { row: number; column?: number } | undefined {
  const element = (event.target as Element).closest<HTMLElement>('[data-row]');
  if (!element) {
    return undefined;
  }
  const { row, column } = element.dataset;
  return {
    row: Number(row),
    column: column === undefined ? undefined : Number(column),
  };
}
