import { ReactNode, useState } from 'react';
import { ResultColumn } from 'backstage-plugin-task-center-common';
import { GridCell } from './grid';
import { RowSource } from './rows/RowSource';
import { CellViewer } from './viewer/CellViewer';
import { CellStep } from './viewer/useStepKeys';

const DELTAS: Record<CellStep, GridCell> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

/** @internal */
export interface OpenedCellOptions {
  columns: ResultColumn[];
  /** The columns that are not hidden. */
  shown: number[];
  rows: RowSource;
  onGoTo(cell: GridCell): void;
  onClosed(): void;
}

/**
 * The cell whose whole value is looked at, and the viewer for it.
 *
 * @internal
 */
export function useOpenedCell(options: OpenedCellOptions): {
  open(cell: GridCell): void;
  viewer: ReactNode;
} {
  const { columns, shown, rows, onGoTo, onClosed } = options;
  const [opened, setOpened] = useState<GridCell>();
  const open = (cell: GridCell) =>
    setOpened(cell.row < rows.rowCount && cell.row >= 0 ? cell : undefined);

  const render = () => {
    if (!opened || shown[opened.column] === undefined) {
      return null;
    }
    const index = shown[opened.column];
    const row = rows.get(opened.row);
    const next = (step: CellStep): GridCell => ({
      row: opened.row + DELTAS[step].row,
      column: opened.column + DELTAS[step].column,
    });
    return (
      <CellViewer
        column={columns[index]}
        index={index}
        position={row?.position}
        value={row && (row.values[index] ?? null)}
        canStep={step => {
          const { row: r, column } = next(step);
          return (
            r >= 0 && r < rows.rowCount && column >= 0 && column < shown.length
          );
        }}
        onStep={step => {
          setOpened(next(step));
          onGoTo(next(step));
        }}
        onClose={() => {
          setOpened(undefined);
          onClosed();
        }}
      />
    );
  };

  return { open, viewer: render() };
}
