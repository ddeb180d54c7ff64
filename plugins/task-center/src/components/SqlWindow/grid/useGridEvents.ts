import { KeyboardEvent, MouseEvent, useState } from 'react';
import {
  GridCell,
  GridSelection,
  GridSize,
  isInRange,
  moveSelection,
  rangeOf,
  selectPlace,
} from './GridSelection';
import { placeOfEvent } from './placeOfEvent';

/** @internal */
export interface GridEventsOptions {
  selection: GridSelection;
  size: GridSize;
  onSelect(selection: GridSelection): void;
  /** A cell is to be brought into sight. */
  onReveal(cell: GridCell): void;
  onOpen(cell: GridCell): void;
  onCopy(): void;
  /** `isAdded`: the order so far stays. */
  onSort(place: number, isAdded: boolean): void;
  onColumnMenu(place: number): void;
  onCellMenu(cell: GridCell, event: { clientX: number; clientY: number }): void;
}

/**
 * What keys and pointer do in the grid. The cells need no handlers of their own. From the first row, the arrow up goes
 * to the headers.
 *
 * @internal
 */
export function useGridEvents(options: GridEventsOptions) {
  const { selection, size, onSelect, onReveal, onOpen, onCopy } = options;
  const { focus } = selection;
  const [isInHeader, setIsInHeader] = useState(false);

  const select = (next: GridSelection) => {
    setIsInHeader(false);
    onSelect(next);
  };

  const onHeaderKey = (event: KeyboardEvent): boolean => {
    const { key, shiftKey } = event;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
    if (step) {
      const column = focus.column + step;
      if (column >= 0 && column < size.columns) {
        const cell = { row: 0, column };
        onSelect({ focus: cell, anchor: cell });
        onReveal(cell);
      }
    } else if (key === 'ArrowDown' && !event.altKey) {
      setIsInHeader(false);
    } else if (key === ' ') {
      options.onSort(focus.column, shiftKey);
    } else if (key === 'Enter') {
      options.onColumnMenu(focus.column);
    } else {
      return false;
    }
    return true;
  };

  const onCellKey = (event: KeyboardEvent): boolean => {
    const { key, shiftKey } = event;
    const modKey = event.ctrlKey || event.metaKey;
    if (key === 'ArrowUp' && focus.row <= 0 && !shiftKey) {
      setIsInHeader(true);
      return true;
    }
    const moved = moveSelection(selection, { key, shiftKey, modKey }, size);
    if (modKey && key.toLowerCase() === 'c') {
      onCopy();
    } else if (key === 'Enter') {
      onOpen(focus);
    } else if (moved) {
      select(moved);
      if (key.toLowerCase() !== 'a') {
        onReveal(moved.focus);
      }
    } else {
      return false;
    }
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && event.altKey) {
      options.onColumnMenu(focus.column);
      event.preventDefault();
    } else if ((isInHeader && onHeaderKey(event)) || onCellKey(event)) {
      event.preventDefault();
    }
  };

  const onMouseDown = (event: MouseEvent) => {
    const place = placeOfEvent(event);
    if (place && event.button === 0) {
      select(selectPlace(selection, place, event.shiftKey, size));
    }
  };

  const onMouseMove = (event: MouseEvent) => {
    const place = event.buttons === 1 ? placeOfEvent(event) : undefined;
    const { row, column } = place ?? {};
    if (row === undefined || column === undefined) {
      return;
    }
    if (row !== focus.row || column !== focus.column) {
      select(selectPlace(selection, { row, column }, true, size));
    }
  };

  const onDoubleClick = (event: MouseEvent) => {
    const { row, column } = placeOfEvent(event) ?? {};
    if (row !== undefined && column !== undefined) {
      onOpen({ row, column });
    }
  };

  const onContextMenu = (event: MouseEvent) => {
    // The key for menus comes without a place.
    const { row, column = focus.column } = placeOfEvent(event) ?? {};
    event.preventDefault();
    if (row === undefined) {
      options.onColumnMenu(column);
    } else {
      const cell = { row, column };
      if (!isInRange(cell, rangeOf(selection))) {
        select({ focus: cell, anchor: cell });
      }
      options.onCellMenu(cell, event);
    }
  };

  return {
    isInHeader,
    handlers: {
      onKeyDown,
      onMouseDown,
      onMouseMove,
      onDoubleClick,
      onContextMenu,
    },
  };
}
