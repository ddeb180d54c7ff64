import { TaskRow } from '../../database';
import { readOutcomes, readUndone } from '../../run';
import { countKinds, SegmentStore } from '../../streams';
import { RecordSummary } from './findResumePoint';

/**
 * Reads from the record of an ended task what tells where it can be resumed.
 *
 * @internal
 */
export async function summarizeRecord(
  segments: SegmentStore,
  task: TaskRow,
): Promise<RecordSummary> {
  const outcomes = readOutcomes(segments, task.id);
  const count = await outcomes.count();
  const [last] = await outcomes.page(Math.max(0, count - 1), 1);
  const [unknown] = await outcomes.pageOfKinds(['unknown'], 0, 1);
  return {
    known: task.first_statement - 1 + count,
    last: last?.item,
    firstUnknown: unknown && task.first_statement + unknown.position,
    ...(await summarizeUndone(segments, task)),
  };
}

async function summarizeUndone(
  segments: SegmentStore,
  task: TaskRow,
): Promise<Pick<RecordSummary, 'lastSucceeded' | 'maybeUndone' | 'undone'>> {
  const summary: Pick<RecordSummary, 'maybeUndone' | 'undone'> = {};
  if (task.undone_ranges === 0) {
    return summary;
  }
  for await (const { item } of readUndone(segments, task.id).scan()) {
    if (item.state === 'rolled-back') {
      summary.undone = item;
    } else {
      summary.maybeUndone ??= item;
    }
  }
  return {
    ...summary,
    lastSucceeded: await findLastSucceeded(segments, task),
  };
}

async function findLastSucceeded(
  segments: SegmentStore,
  task: TaskRow,
): Promise<number | undefined> {
  const outcomes = readOutcomes(segments, task.id);
  const infos = await outcomes.segments();
  const info = infos.findLast(each => countKinds(each, ['succeeded']) > 0);
  if (!info) {
    return undefined;
  }
  const count = countKinds(info, ['succeeded']);
  const [entry] = await outcomes.pageOf(
    [{ number: info.number, count }],
    ({ item }) => item.state === 'succeeded',
    count - 1,
    1,
  );
  return entry && task.first_statement + entry.position;
}
