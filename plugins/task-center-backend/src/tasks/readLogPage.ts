import {
  LogLevel,
  LogLevelFilter,
  LogLine,
  LogLinePage,
} from 'backstage-plugin-task-center-common';
import { readLog, StoredLogLine } from '../run';
import { countKinds, JsonLines, Positioned, SegmentStore } from '../streams';
import { withoutUndefined } from './toTask';

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
): Promise<LogLinePage> {
  const log = readLog(segments, taskId);
  const kinds = kindsOf(query.level);
  if (query.search) {
    return searchLog(log, { ...query, kinds, search: query.search });
  }
  if (query.after !== undefined) {
    return readLinesAfter(log, { ...query, kinds, after: query.after });
  }
  const totalItems = await log.count(kinds);
  const page = kinds
    ? await log.pageOfKinds(kinds, query.offset, query.limit)
    : await log.page(query.offset, query.limit);
  return { items: page.map(toLogLine), totalItems };
}

async function readLinesAfter(
  log: JsonLines<StoredLogLine>,
  query: LogQuery & { kinds?: string[]; after: number },
): Promise<LogLinePage> {
  const { kinds, after, limit } = query;
  const totalItems = await log.count(kinds);
  const items: LogLine[] = [];
  for await (const line of log.scan({ from: after + 1, kinds })) {
    if (items.length >= limit) {
      break;
    }
    items.push(toLogLine(line));
  }
  const firstPosition = items.length
    ? await positionOf(log, items[0].index, kinds)
    : totalItems;
  return { items, totalItems, firstPosition };
}

/** How many lines of some levels stand before a line. */
async function positionOf(
  log: JsonLines<StoredLogLine>,
  index: number,
  kinds: string[] | undefined,
): Promise<number> {
  if (!kinds) {
    return index;
  }
  let count = 0;
  let from = 0;
  for (const info of await log.segments()) {
    from = info.firstItem;
    if (from + info.itemCount > index) {
      break;
    }
    count += countKinds(info, kinds);
  }
  for await (const { position } of log.scan({ from, kinds })) {
    if (position >= index) {
      break;
    }
    count += 1;
  }
  return count;
}

async function searchLog(
  log: JsonLines<StoredLogLine>,
  query: LogQuery & { kinds?: string[]; search: string },
): Promise<LogLinePage> {
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
  const kinds = kindsOf(level);
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
