import { ReactNode } from 'react';
import { ResultColumn, ResultSort } from 'backstage-plugin-task-center-common';
import { RowSource } from '../rows/RowSource';
import { ColumnActions } from './ColumnActions';
import { GridCell, GridSelection } from './GridSelection';
import { RowsInSight } from './RowsInSight';

/**
 * The columns of cells and selections are places among those that are shown.
 *
 * @internal
 */
export interface ResultGridProps {
  label: string;
  /** All columns of the result set. */
  columns: ResultColumn[];
  /** The columns that are not hidden. */
  shown: number[];
  rows: RowSource;
  /** Of the whole result set, which decides the room for the numbers of the rows. */
  totalRows: number;
  /** Whether the rows are those of before, while others are looked for. */
  isStale: boolean;
  sort: ResultSort[];
  /** The columns that have a filter. */
  filtered: ReadonlySet<number>;
  actions: ColumnActions;
  selection: GridSelection;
  onSelect(selection: GridSelection): void;
  /** The cell was double-clicked, or Enter pressed on it. */
  onOpen(cell: GridCell): void;
  onCopy(): void;
  /** Tells which values are marked. */
  isMatch: ((value: string) => boolean) | undefined;
  /** Hears which rows can be seen. */
  rowsInSight: RowsInSight;
  /** Stands below the last row: why the rows end there. */
  foot?: string;
  /** Stands in place of the rows when there are none. */
  nothing?: ReactNode;
}

/** @internal */
export interface ResultGridHandle {
  /** Brings a cell into sight. */
  reveal(cell: GridCell, align?: 'nearest' | 'center'): void;
  focus(): void;
  /** Takes back the widths that a person gave to columns. */
  resetWidths(): void;
}
