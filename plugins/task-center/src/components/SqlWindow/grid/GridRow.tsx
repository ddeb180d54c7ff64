import { memo } from 'react';
import { ResultRow } from 'backstage-plugin-task-center-common';
import { ColumnKind } from './columnKind';
import { GridCellView } from './GridCellView';
import styles from './ResultGrid.module.css';

/**
 * A column that is in sight. `start` and `size` are in pixels.
 *
 * @internal
 */
export interface VisibleColumn {
  index: number;
  start: number;
  size: number;
  kind: ColumnKind;
}

/** @internal */
export interface GridRowProps {
  gridId: string;
  index: number;
  /** Undefined while it is being loaded. */
  row: ResultRow | undefined;
  /** In pixels. */
  top: number;
  columns: VisibleColumn[];
  /** The column of the focused cell, if it is in this row. */
  focus?: number;
  /** The first and the last selected column, if any is in this row. */
  selectedFrom?: number;
  selectedTo?: number;
  /** In lower case. */
  highlight: string;
}

/**
 * A row of the grid, as far as its columns are in sight.
 *
 * @internal
 */
export const GridRow = memo(function Row(props: GridRowProps) {
  const { gridId, index, row, top, columns, focus, highlight } = props;
  const { selectedFrom = Infinity, selectedTo = -1 } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy={row ? undefined : true}
      className={styles.row}
      style={{ top }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={styles.number}
        data-row={index}
      >
        {index + 1}
      </div>
      {columns.map(({ index: column, start, size, kind }) => {
        const value = row ? row[column] ?? null : undefined;
        return (
          <GridCellView
            key={column}
            id={cellId(gridId, index, column)}
            row={index}
            column={column}
            value={value}
            kind={kind}
            left={start}
            width={size}
            isFocused={focus === column}
            isSelected={column >= selectedFrom && column <= selectedTo}
            isMatch={contains(value, highlight)}
          />
        );
      })}
    </div>
  );
});

function contains(value: string | null | undefined, needle: string): boolean {
  return Boolean(needle && value?.toLowerCase().includes(needle));
}

/** @internal */
export function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}-${row}-${column}`;
}
