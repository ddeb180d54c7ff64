import { KeyboardEvent, RefObject } from 'react';
import { LogListHandle } from '../list/LogListProps';
import { LineSelection } from './useLineSelection';

type Move = (from: number, page: number, last: number) => number;

const MOVES: Record<string, Move> = {
  ArrowUp: from => from - 1,
  ArrowDown: from => from + 1,
  PageUp: (from, page) => from - page,
  PageDown: (from, page) => from + page,
  Home: () => 0,
  End: (_from, _page, last) => last,
};

const DIRECTIONS: Record<string, 1 | -1> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -1,
  PageDown: 1,
};

/** @internal */
export interface LineKeysOptions {
  selection: LineSelection;
  list: RefObject<LogListHandle>;
  total: number;
  hasMarked: boolean;
  /** The person has gone to a line by a key. */
  onMoved(position: number): void;
  /** What the line stands for is to be shown. */
  onOpen(position: number): void;
  onCopy(): void;
}

/**
 * What the keys do in the list of lines: go from line to line, select, open and copy.
 *
 * @internal
 */
export function useLineKeys(
  options: LineKeysOptions,
): (event: KeyboardEvent) => void {
  const { selection, list, total, hasMarked, onMoved } = options;

  const goBy = (move: Move, key: string, isSelecting: boolean) => {
    const { first, last } = list.current!.inSight();
    const page = Math.max(1, last - first);
    const { active } = selection;
    const isSeen = active !== undefined && active >= first && active <= last;
    if (isSeen && key in DIRECTIONS) {
      if (list.current!.scrollWithin(active, DIRECTIONS[key])) {
        return;
      }
    }
    // Who has scrolled away from a line goes on from where they read.
    const isLost = !isSeen && !(isSelecting && active !== undefined);
    const from = isLost ? first : active!;
    const isStep = key.startsWith('Arrow');
    const wanted = isLost && isStep ? first : move(from, page, total - 1);
    const next = Math.min(total - 1, Math.max(0, wanted));
    if (key.startsWith('Page') && (isSeen || isLost)) {
      list.current!.show(Math.max(0, first + next - from), 'start');
    }
    list.current!.show(next, 'nearest');
    if (isSelecting) {
      selection.startAt(from);
      selection.select(next, true);
    }
    selection.setActive(next);
    onMoved(next);
  };

  const onCommand = (key: string, isShifted: boolean): boolean => {
    if (key === 'home' || key === 'end') {
      goBy(MOVES[key === 'home' ? 'Home' : 'End'], key, isShifted);
    } else if (isShifted) {
      return false;
    } else if (key === 'a') {
      document.getSelection()?.removeAllRanges();
      selection.selectAll();
    } else if (key === 'c' && hasMarked && isNothingSelected()) {
      options.onCopy();
    } else {
      return false;
    }
    return true;
  };

  const onKey = (event: KeyboardEvent): boolean => {
    const { key, shiftKey, altKey } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    const { active } = selection;
    const move = MOVES[key];
    if (altKey || total === 0) {
      return false;
    }
    if (isCommand) {
      return onCommand(key.toLowerCase(), shiftKey);
    }
    if (move) {
      goBy(move, key, shiftKey);
    } else if (event.target !== event.currentTarget) {
      return false;
    } else if (key === ' ' && active !== undefined) {
      selection.select(active, shiftKey);
    } else if (key === 'Enter' && active !== undefined) {
      options.onOpen(active);
    } else if (key === 'Escape' && hasMarked) {
      selection.clear();
    } else {
      return false;
    }
    return true;
  };

  return event => {
    if (onKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}

/** Part of a line, which the browser copies by itself. */
function isNothingSelected(): boolean {
  return document.getSelection()?.isCollapsed ?? true;
}
