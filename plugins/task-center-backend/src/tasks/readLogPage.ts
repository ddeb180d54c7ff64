import {
  LogLevelFilter,
  LogLine,
  Page,
} from 'backstage-plugin-task-center-common';
import { readLog, StoredLogLine } from '../run';
import { JsonLines, Positioned, SegmentStore } from '../streams';
import { withoutUndefined } from './toTask';

const ALERT_KINDS = ['WARN', 'ERROR'];

/**
 * Which lines of a log to read.
 *
 * @internal
 */
export interface LogQuery {
  level: LogLevelFilter;
  /** Part of the message, in any case. */
  search?: string;
  /** Only lines behind the one with this index. */
  after?: number;
  offset: number;
  limit: number;
}

/**
 * A page of a task's log. `totalItems` counts the lines that match, whatever `after` says.
 *
 * @internal
 */
export async function readLogPage(
  segments: SegmentStore,
  taskId: string,
  query: LogQuery,
): Promise<Page<LogLine>> {
  const log = readLog(segments, taskId);
  const kinds = query.level === 'alert' ? ALERT_KINDS : undefined;
  if (query.search) {
    return searchLog(log, { ...query, kinds, search: query.search });
  }
  const totalItems = await log.count(kinds);
  if (query.after !== undefined) {
    const lines: LogLine[] = [];
    for await (const line of log.scan({ from: query.after + 1, kinds })) {
      if (lines.length >= query.limit) {
        break;
      }
      lines.push(toLogLine(line));
    }
    return { items: lines, totalItems };
  }
  const page = kinds
    ? await log.pageOfKinds(kinds, query.offset, query.limit)
    : await log.page(query.offset, query.limit);
  return { items: page.map(toLogLine), totalItems };
}

async function searchLog(
  log: JsonLines<StoredLogLine>,
  query: LogQuery & { kinds?: string[]; search: string },
): Promise<Page<LogLine>> {
  const wanted = query.search.toLocaleLowerCase();
  const items: LogLine[] = [];
  let totalItems = 0;
  let skip = query.offset;
  for await (const line of log.scan({ kinds: query.kinds })) {
    if (line.item.m.toLocaleLowerCase().includes(wanted)) {
      totalItems += 1;
      if (line.position > (query.after ?? -1) && skip-- <= 0) {
        if (items.length < query.limit) {
          items.push(toLogLine(line));
        }
      }
    }
  }
  return { items, totalItems };
}

/**
 * A whole log as text, a line at a time.
 *
 * @internal
 */
export async function* readLogText(
  segments: SegmentStore,
  taskId: string,
  level: LogLevelFilter,
): AsyncGenerator<string> {
  const kinds = level === 'alert' ? ALERT_KINDS : undefined;
  let text = '';
  for await (const line of readLog(segments, taskId).scan({ kinds })) {
    const { time, level: word, statement, message } = toLogLine(line);
    const number = statement === undefined ? '' : `#${statement} `;
    text += `${time} ${word.padEnd(5)} ${number}${message}\n`;
    if (text.length > 64 * 1024) {
      yield text;
      text = '';
    }
  }
  yield text;
}

function toLogLine({ position, item }: Positioned<StoredLogLine>): LogLine {
  return withoutUndefined<LogLine>({
    index: position,
    time: new Date(item.t).toISOString(),
    level: item.l,
    statement: item.n,
    message: item.m,
  });
}
