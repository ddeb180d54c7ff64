import {
  TaskTimeline,
  TimelineBucket,
} from 'backstage-plugin-task-center-common';
import { TaskRow } from '../../database';
import { readOutcomes, StoredOutcome } from '../../run';
import {
  countKinds,
  JsonLines,
  Positioned,
  SegmentInfo,
  SegmentStore,
} from '../../streams';
import { withoutUndefined } from '../toTask';
import { gatherSpans } from './gatherSpans';
import { readStatementPage } from './readStatementPage';

/** A ledger up to this size is read as a whole: some 15,000 statements. */
const WHOLE_BYTES = 2 ** 20;
const SLOWEST = 5;
const ENDED = ['aborted', 'unknown'];

/**
 * Where the time of a task went. Of a large ledger, what is known of its segments without reading them is enough, but
 * for the few that hold the slowest statements.
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
  const bytes = infos.reduce((sum, { rawBytes }) => sum + rawBytes, 0);
  const toRead = new Set(
    bytes > WHOLE_BYTES ? slowestSegments(infos) : infos.map(numberOf),
  );
  const spans: TimelineBucket[] = [];
  const slow: TimelineBucket[] = [];
  for (const info of infos) {
    const isRead = toRead.has(info.number) || !info.weights;
    const items = isRead ? await readSpans(outcomes, info, first) : [];
    slow.push(...items);
    if (info.weights && bytes > WHOLE_BYTES) {
      spans.push(toSpan(info, first));
    } else {
      spans.push(...items);
    }
  }
  const last = task.total_statements ?? spans[spans.length - 1]?.to ?? first;
  return withoutUndefined<TaskTimeline>({
    firstStatement: first,
    lastStatement: task.total_statements ?? undefined,
    durationMs: spans.reduce((sum, { durationMs }) => sum + durationMs, 0),
    buckets: gatherSpans(spans, {
      first,
      total: last - first + 1,
      buckets: options.buckets,
    }),
    slowest: await readSlowest(segments, task, slow),
  });
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

async function readSpans(
  outcomes: JsonLines<StoredOutcome>,
  info: SegmentInfo,
  first: number,
): Promise<TimelineBucket[]> {
  const items = await outcomes.page(info.firstItem, info.itemCount);
  return items.map(entry => toItemSpan(entry, first));
}

function toItemSpan(
  { position, item }: Positioned<StoredOutcome>,
  first: number,
): TimelineBucket {
  const index = first + position;
  return {
    from: index,
    to: index,
    durationMs: item.ms,
    slowest: index,
    slowestMs: item.ms,
    failed: item.state === 'failed' ? 1 : 0,
    ended: ENDED.includes(item.state) ? 1 : 0,
  };
}

function toSpan(info: SegmentInfo, first: number): TimelineBucket {
  const { sum, max, heaviest } = info.weights!;
  return {
    from: first + info.firstItem,
    to: first + info.firstItem + info.itemCount - 1,
    durationMs: sum,
    slowest: first + heaviest,
    slowestMs: max,
    failed: countKinds(info, ['failed']),
    ended: countKinds(info, ENDED),
  };
}

async function readSlowest(
  segments: SegmentStore,
  task: TaskRow,
  spans: TimelineBucket[],
): Promise<TaskTimeline['slowest']> {
  const slowest = spans
    .sort((a, b) => b.durationMs - a.durationMs || a.from - b.from)
    .slice(0, SLOWEST);
  const pages = await Promise.all(
    slowest.map(({ from }) =>
      readStatementPage(segments, task, { offset: from - 1, limit: 1 }),
    ),
  );
  return pages.flatMap(({ items }) => items);
}
