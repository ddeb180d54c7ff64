import { LogLine } from 'backstage-plugin-task-center-common';
import { PageCache } from '../../longList';
import { LogTimeFormat } from './formatLogTime';

/**
 * What a list of log lines shows and tells.
 *
 * @internal
 */
export interface LogListProps {
  cache: PageCache<LogLine>;
  total: number;
  timeFormat: LogTimeFormat;
  needle: string;
  /** The index of the line that a search has led to. */
  currentLine: number | undefined;
  statementSearch(statement: number): string;
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
  element(): HTMLElement | null;
}
