import { ClipboardEvent, KeyboardEvent, MouseEvent } from 'react';
import { LineFinder, LogLine } from 'backstage-plugin-task-center-common';
import { PageCache } from '../../../longList';
import { LogTimeFormat } from '../formatLogTime';
import { MarkedLines } from '../MarkedLines';

/**
 * What every line of a log needs to be shown.
 *
 * @internal
 */
export interface LogLineProps {
  timeFormat: LogTimeFormat;
  /** What is marked in the messages. */
  marker: LineFinder | undefined;
  /** The address that shows the record of a statement. */
  statementHref(statement: number): string;
  /** The address that leads to a line. */
  lineHref(index: number): string;
}

/**
 * What is done with the lines. The lines need no handlers of their own.
 *
 * @internal
 */
export interface LogListEvents {
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  onMouseDown(event: MouseEvent<HTMLElement>): void;
  onClick(event: MouseEvent<HTMLElement>): void;
  onCopy(event: ClipboardEvent<HTMLElement>): void;
}

/**
 * What a list of log lines shows and tells.
 *
 * @internal
 */
export interface LogListProps extends LogLineProps {
  total: number;
  cache: PageCache<LogLine>;
  events: LogListEvents;
  /** The position of the line that the keyboard is at. */
  active: number | undefined;
  /** The index of the line that a search has led to. */
  currentLine: number | undefined;
  /** The lines that are selected, or that a link has led to. */
  marked: MarkedLines | undefined;
  /** Whether the end is kept in sight. */
  isFollowing: boolean;
  /** The person has scrolled: whether the end is in sight now. */
  onScrolled(isAtEnd: boolean): void;
  /** The last line that can be seen, from 0. */
  onInSight(last: number): void;
}

/** @internal */
export interface LogListHandle {
  show(position: number, align: 'center' | 'nearest' | 'start'): void;
  scrollBy(pixels: number): void;
  /** Scrolls on in a line that is taller than the view; not when no more of it stands that way. Says whether it did. */
  scrollWithin(position: number, by: 1 | -1): boolean;
  /** The positions of the first line that can be seen, and of the last. */
  inSight(): { first: number; last: number };
  element(): HTMLElement | null;
}
