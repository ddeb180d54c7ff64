/**
 * @public
 */
export type LogLevel = 'INFO' | 'WARN' | 'ERROR';

/**
 * Which lines of a log: `all` of them, or only the `alert` ones (WARN and ERROR).
 *
 * @public
 */
export type LogLevelFilter = 'all' | 'alert';

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
