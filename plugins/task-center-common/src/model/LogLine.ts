import { Page } from './Page';

/**
 * @public
 */
export type LogLevel = 'INFO' | 'WARN' | 'ERROR';

/**
 * Which lines of a log: `all` of them, only the `alert` ones (WARN and ERROR), or those of one level.
 *
 * @public
 */
export type LogLevelFilter = 'all' | 'alert' | 'info' | 'warn' | 'error';

/**
 * Every {@link LogLevelFilter}.
 *
 * @public
 */
export const LOG_LEVEL_FILTERS: readonly LogLevelFilter[] = [
  'all',
  'alert',
  'info',
  'warn',
  'error',
];

/**
 * One line of a task's log.
 *
 * @public
 */
export interface LogLine {
  /** The line's number in the whole log, from 0. */
  index: number;
  /** ISO 8601 in UTC with milliseconds. */
  time: string;
  level: LogLevel;
  /** The number of the statement that the line is about. */
  statement?: number;
  message: string;
}

/**
 * A part of a log.
 *
 * @public
 */
export interface LogLinePage extends Page<LogLine> {
  /**
   * Where the first of the items stands among all lines of the level, from 0. Present where lines behind a certain one
   * were asked for without a text.
   */
  firstPosition?: number;
  /**
   * The first line that was not looked at. Present where a text was searched for in so large a log that the time was over;
   * `totalItems` counts the lines before it.
   */
  nextLine?: number;
}

/**
 * What lines of a log are searched for.
 *
 * @public
 */
export interface LogSearch {
  /** What the message of a line contains. */
  text: string;
  /** Whether the text is a regular expression, in the syntax of RE2. */
  regex?: boolean;
  matchCase?: boolean;
}

/**
 * How many lines of a part of a log match.
 *
 * @public
 */
export interface LogMatchBlock {
  /** The part's first line, by its number in the whole log. */
  from: number;
  /** The line behind its last. */
  to: number;
  /** How many of its lines match, at least one. */
  count: number;
}

/**
 * What a search found until its time was over.
 *
 * @public
 */
export interface LogMatches {
  /** The first lines that match, by their numbers in the whole log, as many as were asked for. */
  items: number[];
  /** Where all lines are that match, in order. What stands between the parts has none. */
  blocks: LogMatchBlock[];
  /**
   * How many lines may match behind where they were searched. A regular expression is not searched for in all of a very long
   * line: in 250,000 characters divided by the size of its program, which has up to 500 instructions.
   */
  cutLines: number;
  /** The first line that was not looked at. */
  nextLine: number;
  /** Whether all was looked at that there was to look at. */
  complete: boolean;
}
