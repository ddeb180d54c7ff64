import { InputError } from '@backstage/errors';
import {
  createPatternFinder,
  createTextFinder,
  createTextMatcher,
  LineFinder,
  LogLevelFilter,
  LogMatches,
  LogSearch,
} from 'backstage-plugin-task-center-common';
import { readLog, StoredLogLine } from '../run';
import {
  JsonLines,
  linesOf,
  readAhead,
  SegmentStore,
  SegmentText,
  WorkPace,
} from '../streams';
import { kindsOf } from './readLogPage';

const TIME_MS = 500;

/**
 * Which lines of a log are looked for, and where.
 *
 * @internal
 */
export interface LogFindQuery extends LogSearch {
  level: LogLevelFilter;
  /** The first line that is searched, from 0. */
  from: number;
  /** The line behind the last one. Default: the end. */
  to?: number;
  /** How many lines that match are named; the others are counted. */
  limit: number;
}

interface LogFind {
  query: LogFindQuery;
  log: JsonLines<StoredLogLine>;
  finder: LineFinder;
  /** Whether something as it is stored may have a match in it. */
  mayMatch: (stored: string) => boolean;
  kinds: string[] | undefined;
  /** The line behind the last one that is searched. */
  end: number;
  signal: AbortSignal;
  pace: WorkPace;
}

/**
 * Looks for lines of a log, for about half a second. Others are served meanwhile.
 *
 * @param options - the signal ends the search when nobody waits for it any more; what was found until then is the answer
 * @throws InputError when the regular expression is none
 * @internal
 */
export async function findInLog(
  segments: SegmentStore,
  taskId: string,
  query: LogFindQuery,
  options: { signal: AbortSignal; timeMs?: number },
): Promise<LogMatches> {
  const { signal, timeMs = TIME_MS } = options;
  const { from, to = Infinity } = query;
  const deadline = performance.now() + timeMs;
  const log = readLog(segments, taskId);
  const find: LogFind = {
    query,
    log,
    finder: createFinder(query),
    mayMatch: createFirstLook(query),
    kinds: kindsOf(query.level),
    end: Math.min(to, await log.count()),
    signal,
    pace: WorkPace.create(() => {}),
  };
  const found: LogMatches = {
    ...{ items: [], blocks: [], nextLine: from, complete: false },
  };
  const texts = log.texts({ from, kinds: find.kinds });
  for await (const segment of readAhead(texts)) {
    if (segment.firstItem >= find.end) {
      break;
    }
    await findInSegment(find, segment, found);
    if (found.nextLine < find.end) {
      if (signal.aborted || performance.now() >= deadline) {
        return found;
      }
      await find.pace.rest();
    }
  }
  return { ...found, nextLine: Math.max(from, find.end), complete: true };
}

async function findInSegment(
  find: LogFind,
  segment: SegmentText,
  found: LogMatches,
): Promise<void> {
  const { query, end, signal, pace } = find;
  const first = Math.max(query.from, segment.firstItem);
  const behind = Math.min(end, segment.firstItem + segment.itemCount);
  if (!find.mayMatch(segment.text)) {
    found.nextLine = behind;
    return;
  }
  const lines = linesOf(segment);
  let count = 0;
  let line = first;
  while (line < behind && !(signal.aborted && line > first)) {
    if (isMatch(find, lines[line - segment.firstItem])) {
      count += 1;
      if (found.items.length < query.limit) {
        found.items.push(line);
      }
    }
    line += 1;
    if (pace.isSliceOver) {
      await pace.rest();
    }
  }
  if (count > 0) {
    found.blocks.push({ from: first, to: line, count });
  }
  found.nextLine = line;
}

function isMatch(find: LogFind, stored: string): boolean {
  if (!find.mayMatch(stored)) {
    return false;
  }
  const line: StoredLogLine = JSON.parse(stored);
  const isOfLevel = !find.kinds || find.log.isOf(find.kinds, line);
  return isOfLevel && find.finder.isIn(line.m);
}

function createFinder({ text, regex, matchCase }: LogSearch): LineFinder {
  if (!regex) {
    return createTextFinder(text, { matchCase });
  }
  try {
    return createPatternFinder(text, { matchCase });
  } catch (error: any) {
    throw new InputError(error.message);
  }
}

/** Lines need not be taken apart where what is stored does not hold the text. */
function createFirstLook({
  text,
  regex,
  matchCase,
}: LogSearch): (stored: string) => boolean {
  return regex
    ? () => true
    : createTextMatcher(JSON.stringify(text).slice(1, -1), { matchCase });
}
