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
  total: number;
  timeFormat: LogTimeFormat;
  /** What is marked in the messages. */
  marker: LineFinder | undefined;
  /** Where the record of a statement is shown: the query of its address. */
  statementSearch(statement: number): string;
  /** The query of the address that leads to a line. */
  lineSearch(index: number): string;
  /** The person has chosen a line to link to, or all up to it. */
  onMark(index: number, isRange: boolean): void;
}

/**
 * What a list of log lines shows and tells.
 *
 * @internal
 */
export interface LogListProps extends LogLineProps {
  cache: PageCache<LogLine>;
  /** The index of the line that a search has led to. */
  currentLine: number | undefined;
  /** The lines that a link has led to. */
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
  show(position: number): void;
  /** The position of the first line that can be seen. */
  firstInSight(): number;
  element(): HTMLElement | null;
}
