import { LogLevel, LogLevelFilter } from 'backstage-plugin-task-center-common';

const LEVELS: Record<LogLevelFilter, LogLevel[] | undefined> = {
  all: undefined,
  alert: ['WARN', 'ERROR'],
  info: ['INFO'],
  warn: ['WARN'],
  error: ['ERROR'],
};

/**
 * The levels of the lines that a filter lets through, or `undefined` when it lets all of them through.
 *
 * @internal
 */
export function kindsOf(level: LogLevelFilter): LogLevel[] | undefined {
  return LEVELS[level];
}
