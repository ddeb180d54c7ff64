import { KeyboardEvent, MouseEvent } from 'react';
import {
  GridCell,
  GridPlace,
  GridSelection,
  GridSize,
  moveSelection,
  selectPlace,
} from './GridSelection';

/** @internal */
export interface GridEventsOptions {
  selection: GridSelection;
  size: GridSize;
  onSelect(selection: GridSelection): void;
  /** A cell is to be brought into sight. */
  onReveal(cell: GridCell): void;
  onOpen(cell: GridCell): void;
  onCopy(): void;
}

/**
 * What keys and pointer do in the grid. The cells need no handlers of their own.
 *
 * @internal
 */
export function useGridEvents(options: GridEventsOptions) {
  const { selection, size, onSelect, onReveal, onOpen, onCopy } = options;

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    const modKey = event.ctrlKey || event.metaKey;
    const moved = moveSelection(selection, { key, shiftKey, modKey }, size);
    if (modKey && key.toLowerCase() === 'c') {
      onCopy();
    } else if (key === 'Enter') {
      onOpen(selection.focus);
    } else if (moved) {
      onSelect(moved);
      if (key.toLowerCase() !== 'a') {
        onReveal(moved.focus);
      }
    } else {
      return;
    }
    event.preventDefault();
  };

  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event);
    if (place && event.button === 0) {
      onSelect(selectPlace(selection, place, event.shiftKey, size));
    }
  };

  const onMouseMove = (event: MouseEvent) => {
    const place = event.buttons === 1 ? placeOf(event) : undefined;
    const { row, column } = place ?? {};
    if (row === undefined || column === undefined) {
      return;
    }
    const { focus } = selection;
    if (row !== focus.row || column !== focus.column) {
      onSelect(selectPlace(selection, { row, column }, true, size));
    }
  };

  const onDoubleClick = (event: MouseEvent) => {
    const { row, column } = placeOf(event) ?? {};
    if (row !== undefined && column !== undefined) {
      onOpen({ row, column });
    }
  };

  return { onKeyDown, onMouseDown, onMouseMove, onDoubleClick };
}

function placeOf(event: MouseEvent): GridPlace | undefined {
  const element = (event.target as Element).closest<HTMLElement>(
    '[data-row], [data-column]',
  );
  const { row, column } = element?.dataset ?? {};
  return element
    ? {
        row: row === undefined ? undefined : Number(row),
        column: column === undefined ? undefined : Number(column),
      }
    : undefined;
}
