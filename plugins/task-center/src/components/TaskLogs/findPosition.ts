import { LogLevelFilter, LogLine } from 'backstage-plugin-task-center-common';
import { PageCache } from '../../longList';

/**
 * Where a line stands among the lines of a level. The lines are in order, so that a few pages tell.
 *
 * @param index - the line's number in the whole log
 * @internal
 */
export async function findPosition(
  log: PageCache<LogLine>,
  index: number,
  level: LogLevelFilter,
  signal: AbortSignal,
): Promise<number> {
  if (level === 'all') {
    return index;
  }
  let low = 0;
  let high = log.total - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const line = await log.fetch(middle, signal);
    if (!line || line.index >= index) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return Math.max(0, low);
}
