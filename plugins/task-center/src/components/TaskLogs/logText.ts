import { LogLevelFilter, LogLine } from 'backstage-plugin-task-center-common';
import { TaskCenterApi } from '../../api';

/**
 * So many lines are copied at most. A browser takes no more text than that with good grace, and Download has the rest.
 *
 * @internal
 */
export const MAX_COPIED_LINES = 100_000;
const LINES_AT_ONCE = 1_000;

/**
 * A line as it stands in the downloaded log, with its time in UTC.
 *
 * @internal
 */
export function toLogText({ time, level, statement, message }: LogLine) {
  const number = statement === undefined ? '' : `#${statement} `;
  return `${time} ${level.padEnd(5)} ${number}${message}`;
}

/**
 * Reads lines as text, by their positions among those of the level.
 *
 * @param options - `onProgress` is told how many lines have been read
 * @returns the text, and how many lines it has
 * @internal
 */
export async function readLogText(
  api: TaskCenterApi,
  taskId: string,
  lines: { level: LogLevelFilter; from: number; to: number },
  options: { signal: AbortSignal; onProgress(read: number): void },
): Promise<{ text: string; count: number }> {
  const { level, from, to } = lines;
  const texts: string[] = [];
  for (let offset = from; offset <= to; ) {
    const limit = Math.min(LINES_AT_ONCE, to - offset + 1);
    const { items } = await api.getLogs(taskId, {
      ...{ level, offset, limit, signal: options.signal },
    });
    if (options.signal.aborted) {
      throw new Error('Reading the lines was ended');
    }
    if (items.length === 0) {
      break;
    }
    texts.push(...items.map(line => `${toLogText(line)}\n`));
    offset += items.length;
    options.onProgress(texts.length);
  }
  return { text: texts.join(''), count: texts.length };
}
