import {
  TaskTimeline,
  TimelineBucket,
} from 'backstage-plugin-task-center-common';
import { TaskRow } from '../../database';
import { readOutcomes } from '../../run';
import {
  countKinds,
  ItemWeights,
  SegmentInfo,
  SegmentStore,
} from '../../streams';
import { withoutUndefined } from '../toTask';
import { gatherSpans, joinSpans } from './gatherSpans';
import { LedgerOutline, layUndoneOver } from './layUndoneOver';
import { readStatementPage } from './readStatementPage';
import { UndoneRanges } from './UndoneRanges';

/** A ledger up to this size is read as a whole: some 15,000 statements. */
const WHOLE_BYTES = 2 ** 20;
const SLOWEST = 5;
const ENDED = ['aborted', 'unknown'];

/**
 * Where the time of a task went. Of a large ledger, what is known of its segments without reading them is enough, but
 * for the few that hold the slowest statements. So its buckets begin where segments do: they move once, when it has become
 * large.
 *
 * @internal
 */
export async function readTimeline(
  segments: SegmentStore,
  task: TaskRow,
  options: { buckets: number },
): Promise<TaskTimeline> {
  const first = task.first_statement;
  const outcomes = readOutcomes(segments, task.id);
  const infos = await outcomes.segments();
  const known = infos.reduce((sum, { itemCount }) => sum + itemCount, 0);
  const undone = await UndoneRanges.read(segments, task, {
    from: 0,
    to: known,
  });
  const ledger: Ledger = { first, infos, outcomes, undone };
  const isLarge = sumBytes(infos) > WHOLE_BYTES;
  const { spans, slowest } = await (isLarge
    ? readOutline(ledger)
    : readWhole(ledger));
  const last = task.total_statements ?? spans[spans.length - 1]?.to ?? first;
  const buckets = gatherSpans(spans, {
    ...{ first, total: last - first + 1, buckets: options.buckets },
  });
  if (isLarge) {
    await layUndoneOver(buckets, undone.ranges, ledger);
  }
  return withoutUndefined<TaskTimeline>({
    firstStatement: first,
    lastStatement: task.total_statements ?? undefined,
    durationMs: spans.reduce((sum, { durationMs }) => sum + durationMs, 0),
    buckets,
    slowest: await readStatements(segments, task, slowest),
  });
}

interface Ledger extends LedgerOutline {
  undone: UndoneRanges;
}

interface LedgerSpans {
  /** In order. */
  spans: TimelineBucket[];
  /** Those of the slowest statements, the slowest first. */
  slowest: TimelineBucket[];
}

/** A span for each statement. */
async function readWhole(ledger: Ledger): Promise<LedgerSpans> {
  const spans: TimelineBucket[] = [];
  for (const info of ledger.infos) {
    spans.push(...(await readSpans(ledger, info)));
  }
  return { spans, slowest: slowestOf(spans) };
}

/** A span for each segment, without what was undone. Those stored before there were weights have to be read, one by one. */
async function readOutline(ledger: Ledger): Promise<LedgerSpans> {
  const toRead = new Set(slowestSegments(ledger.infos));
  const spans: TimelineBucket[] = [];
  let slowest: TimelineBucket[] = [];
  for (const info of ledger.infos) {
    const { number, weights } = info;
    const items =
      toRead.has(number) || !weights ? await readSpans(ledger, info) : [];
    slowest = slowestOf([...slowest, ...items]);
    if (weights) {
      spans.push(toSpan(info, weights, ledger.first));
    } else if (items.length > 0) {
      spans.push(toSpan(info, weightsOf(items, ledger.first), ledger.first));
    }
  }
  return { spans, slowest };
}

function sumBytes(infos: SegmentInfo[]): number {
  return infos.reduce((sum, { rawBytes }) => sum + rawBytes, 0);
}

function numberOf({ number }: SegmentInfo): number {
  return number;
}

/** Each of the slowest statements is in one of these, because there are no more of them than that. */
function slowestSegments(infos: SegmentInfo[]): number[] {
  return infos
    .slice()
    .sort((a, b) => (b.weights?.max ?? 0) - (a.weights?.max ?? 0))
    .slice(0, SLOWEST)
    .map(numberOf);
}

function slowestOf(spans: TimelineBucket[]): TimelineBucket[] {
  return spans
    .slice()
    .sort((a, b) => b.durationMs - a.durationMs || a.from - b.from)
    .slice(0, SLOWEST);
}

/** A span for each statement of a segment. */
async function readSpans(
  { first, outcomes, undone }: Ledger,
  info: SegmentInfo,
): Promise<TimelineBucket[]> {
  const items = await outcomes.page(info.firstItem, info.itemCount);
  return items.map(({ position, item }) => {
    const index = first + position;
    const state = undone.stateOf(position, item);
    return {
      ...{ from: index, to: index, slowest: index },
      ...{ durationMs: item.ms, slowestMs: item.ms },
      failed: state === 'failed' ? 1 : 0,
      ended: ENDED.includes(state) ? 1 : 0,
      rolledBack: state === 'rolled-back' ? 1 : 0,
    };
  });
}

function weightsOf(items: TimelineBucket[], first: number): ItemWeights {
  const { durationMs, slowestMs, slowest } = joinSpans(items);
  return { sum: durationMs, max: slowestMs, heaviest: slowest - first };
}

function toSpan(
  info: SegmentInfo,
  { sum, max, heaviest }: ItemWeights,
  first: number,
): TimelineBucket {
  return {
    from: first + info.firstItem,
    to: first + info.firstItem + info.itemCount - 1,
    durationMs: sum,
    slowest: first + heaviest,
    slowestMs: max,
    failed: countKinds(info, ['failed']),
    ended: countKinds(info, ENDED),
    rolledBack: 0,
  };
}

async function readStatements(
  segments: SegmentStore,
  task: TaskRow,
  spans: TimelineBucket[],
): Promise<TaskTimeline['slowest']> {
  const pages = await Promise.all(
    spans.map(({ from }) =>
      readStatementPage(segments, task, { offset: from - 1, limit: 1 }),
    ),
  );
  return pages.flatMap(({ items }) => items);
}
