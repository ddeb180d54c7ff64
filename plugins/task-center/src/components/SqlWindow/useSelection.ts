import { useEffect, useState } from 'react';
import { GridCell, GridSelection } from './grid';
import { RowSource } from './rows/RowSource';

const START: GridCell = { row: 0, column: 0 };

/**
 * The selected cells. Other rows begin at their first one, and a column that is hidden is not selected any more.
 *
 * @internal
 */
export function useSelection(
  { key }: RowSource,
  columnCount: number,
): [GridSelection, (selection: GridSelection) => void] {
  const [selection, setSelection] = useState<GridSelection>({
    focus: START,
    anchor: START,
  });
  useEffect(
    () =>
      setSelection(({ focus: { column } }) => {
        const cell = { row: 0, column };
        return { focus: cell, anchor: cell };
      }),
    [key],
  );
  const within = ({ row, column }: GridCell) => ({
    row,
    column: Math.min(column, columnCount - 1),
  });
  return [
    { focus: within(selection.focus), anchor: within(selection.anchor) },
    setSelection,
  ];
}
