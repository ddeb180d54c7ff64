import {
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
import { GridCell, GridSelection, rangeOf } from './GridSelection';
import { useColumns } from './useColumns';
import { useGridEvents } from './useGridEvents';

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
  function Grid(props, ref) {
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

    const events = useGridEvents({
      selection,
      size: {
        rows: rowCount,
        columns: columns.length,
        page: rows.rowsInSight,
      },
      onSelect,
      onReveal: reveal,
      onOpen,
      onCopy: props.onCopy,
    });

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
        {...events}
      >
        <GridHeader
          columns={columns}
          visible={grid.visible}
          width={grid.totalWidth}
          onResize={grid.resize}
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
