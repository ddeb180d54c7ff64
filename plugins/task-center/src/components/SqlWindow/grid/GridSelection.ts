/**
 * A cell, both numbers from 0.
 *
 * @internal
 */
export interface GridCell {
  row: number;
  column: number;
}

/**
 * The cell that has the focus, and the one from which the selection reaches to it.
 *
 * @internal
 */
export interface GridSelection {
  focus: GridCell;
  anchor: GridCell;
}

/**
 * The rectangle that is selected, all ends included.
 *
 * @internal
 */
export interface GridRange {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

/** @internal */
export function rangeOf({ focus, anchor }: GridSelection): GridRange {
  return {
    firstRow: Math.min(focus.row, anchor.row),
    lastRow: Math.max(focus.row, anchor.row),
    firstColumn: Math.min(focus.column, anchor.column),
    lastColumn: Math.max(focus.column, anchor.column),
  };
}

/** @internal */
export function isInRange(cell: GridCell, range: GridRange): boolean {
  return (
    cell.row >= range.firstRow &&
    cell.row <= range.lastRow &&
    cell.column >= range.firstColumn &&
    cell.column <= range.lastColumn
  );
}

/** @internal */
export interface GridSize {
  rows: number;
  columns: number;
  /** Rows that can be seen at once. */
  page: number;
}

/** @internal */
export interface GridKey {
  key: string;
  shiftKey: boolean;
  /** Ctrl, or Cmd on a Mac. */
  modKey: boolean;
}

/**
 * Where a key moves the selection, or `undefined` when it is not for moving.
 *
 * @internal
 */
export function moveSelection(
  selection: GridSelection,
  key: GridKey,
  size: GridSize,
): GridSelection | undefined {
  if (key.modKey && key.key.toLowerCase() === 'a') {
    return {
      anchor: { row: 0, column: 0 },
      focus: { row: size.rows - 1, column: size.columns - 1 },
    };
  }
  const target = moveCell(selection.focus, key, size);
  if (!target) {
    return undefined;
  }
  const focus = {
    row: clamp(target.row, size.rows),
    column: clamp(target.column, size.columns),
  };
  return { focus, anchor: key.shiftKey ? selection.anchor : focus };
}

/**
 * What lies under the pointer: a cell, a row's number (no column) or a column's name (no row).
 *
 * @internal
 */
export type GridPlace = Partial<GridCell>;

/**
 * The selection after the pointer was pressed on a place.
 *
 * @param isExtended - whether the selection reaches from where it began to that place
 * @internal
 */
export function selectPlace(
  selection: GridSelection,
  place: GridPlace,
  isExtended: boolean,
  size: Pick<GridSize, 'rows' | 'columns'>,
): GridSelection {
  const { anchor } = selection;
  const from = {
    row: isExtended ? anchor.row : place.row ?? 0,
    column: isExtended ? anchor.column : place.column ?? 0,
  };
  return {
    anchor: {
      row: place.row === undefined ? 0 : from.row,
      column: place.column === undefined ? 0 : from.column,
    },
    focus: {
      row: place.row ?? size.rows - 1,
      column: place.column ?? size.columns - 1,
    },
  };
}

function moveCell(
  { row, column }: GridCell,
  { key, modKey }: GridKey,
  size: GridSize,
): GridCell | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: modKey ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: modKey ? size.rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: modKey ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: modKey ? size.columns - 1 : column + 1 };
    case 'PageUp':
      return { row: row - size.page, column };
    case 'PageDown':
      return { row: row + size.page, column };
    case 'Home':
      return { row: modKey ? 0 : row, column: 0 };
    case 'End':
      return { row: modKey ? size.rows - 1 : row, column: size.columns - 1 };
    default:
      return undefined;
  }
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(value, count - 1));
}
