import {
  LogLevelFilter,
  LogLine,
  LogLinePage,
} from 'backstage-plugin-task-center-common';
import { readLog, StoredLogLine } from '../run';
import { countKinds, JsonLines, Positioned, SegmentStore } from '../streams';
import { findInLog } from './findInLog';
import { kindsOf } from './kindsOf';
import { withoutUndefined } from './toTask';

/** A search whose answer is one page goes on for longer than one that is gone on with. */
const SEARCH_MS = 5_000;

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
 * @param options - the signal ends a search when nobody waits for it any more
 * @internal
 */
export async function readLogPage(
  segments: SegmentStore,
  taskId: string,
  query: LogQuery,
  options: { signal?: AbortSignal; timeMs?: number } = {},
): Promise<LogLinePage> {
  const log = readLog(segments, taskId);
  const kinds = kindsOf(query.level);
  if (query.search) {
    const { search: text, ...named } = query;
    const { signal = new AbortController().signal, timeMs = SEARCH_MS } =
      options;
    const found = await findInLog(
      segments,
      taskId,
      { ...named, text, from: 0 },
      { signal, timeMs },
    );
    const lines = await log.pick(found.items);
    return withoutUndefined<LogLinePage>({
      items: found.items.map(position =>
        toLogLine({ position, item: lines.get(position)! }),
      ),
      totalItems: found.blocks.reduce((sum, { count }) => sum + count, 0),
      nextLine: found.complete ? undefined : found.nextLine,
    });
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
