import { InputError } from '@backstage/errors';
import {
  createPatternFinder,
  createTextFinder,
  createTextMatcher,
  LineFinder,
  LogLevelFilter,
  LogMatchBlock,
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
import { kindsOf } from './kindsOf';

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
  /** Lines up to this one are counted, but not named. */
  after?: number;
  /** How many lines that match, behind that one, are not named before the first that is. Default: 0. */
  offset?: number;
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
  /** How many lines that match are still to be passed over before one is named. */
  skip: number;
  /** Whether nobody waits any more, or the time is over. */
  isOver: () => boolean;
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
    skip: query.offset ?? 0,
    isOver: () => signal.aborted || performance.now() >= deadline,
    pace: WorkPace.create(() => {}),
  };
  const found: LogMatches = {
    ...{ items: [], blocks: [], cutLines: 0 },
    ...{ nextLine: from, complete: false },
  };
  const texts = log.texts({ from, kinds: find.kinds });
  for await (const segment of readAhead(texts)) {
    if (segment.firstItem >= find.end) {
      break;
    }
    await findInSegment(find, segment, found);
    if (found.nextLine < find.end) {
      if (find.isOver()) {
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
  const { query, end, pace } = find;
  const first = Math.max(query.from, segment.firstItem);
  const behind = Math.min(end, segment.firstItem + segment.itemCount);
  if (!find.mayMatch(segment.text)) {
    found.nextLine = behind;
    return;
  }
  const lines = linesOf(segment);
  const block = { from: first, to: first, count: 0 };
  let began = performance.now();
  while (block.to < behind) {
    findInLine(
      find,
      { block, line: lines[block.to - segment.firstItem] },
      found,
    );
    block.to += 1;
    // A single line may take many times as long as one that is like most of them.
    if (pace.isSliceOver) {
      await pace.rest(performance.now() - began);
      if (find.isOver()) {
        break;
      }
      began = performance.now();
    }
  }
  if (block.count > 0) {
    found.blocks.push(block);
  }
  found.nextLine = block.to;
}

function findInLine(
  find: LogFind,
  { block, line: stored }: { block: LogMatchBlock; line: string },
  found: LogMatches,
): void {
  if (!find.mayMatch(stored)) {
    return;
  }
  const { log, kinds, finder, query } = find;
  const line: StoredLogLine = JSON.parse(stored);
  if (kinds && !log.isOf(kinds, line)) {
    return;
  }
  if (!finder.isIn(line.m)) {
    found.cutLines += finder.isCut(line.m) ? 1 : 0;
    return;
  }
  block.count += 1;
  if (block.to > (query.after ?? -1)) {
    if (find.skip > 0) {
      find.skip -= 1;
    } else if (found.items.length < query.limit) {
      found.items.push(block.to);
    }
  }
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
