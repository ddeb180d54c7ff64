import { StatementState } from 'backstage-plugin-task-center-common';
import { TaskRow } from '../../database';
import { readOutcomes, StoredOutcome } from '../../run';
import { Positioned, SegmentStore } from '../../streams';
import { countSegments } from './countSegments';
import { UndoneRanges } from './UndoneRanges';

/**
 * An outcome and the state that it is shown with.
 *
 * @internal
 */
export interface ShownOutcome extends Positioned<StoredOutcome> {
  state: StatementState;
}

/**
 * A part of what became of the statements that were sent.
 *
 * @internal
 */
export interface OutcomePage {
  /** Their positions count from 0 at the task's first statement. */
  items: ShownOutcome[];
  /** How many outcomes there are in the wanted states. */
  matching: number;
  /** How many outcomes there are. */
  known: number;
}

/**
 * Reads what became of the statements that were sent, with regard to what was undone afterwards.
 *
 * @param options - offset and limit count only the outcomes in the wanted states, or all when none are named
 * @internal
 */
export async function readOutcomePage(
  segments: SegmentStore,
  task: TaskRow,
  options: { states?: StatementState[]; offset: number; limit: number },
): Promise<OutcomePage> {
  const { states } = options;
  return states
    ? readMatching(segments, task, { ...options, states })
    : readAll(segments, task, options);
}

async function readAll(
  segments: SegmentStore,
  task: TaskRow,
  { offset, limit }: { offset: number; limit: number },
): Promise<OutcomePage> {
  const outcomes = readOutcomes(segments, task.id);
  const known = await outcomes.count();
  const to = Math.min(offset + limit, known);
  const undone = await UndoneRanges.read(segments, task, { from: offset, to });
  const page = await outcomes.page(offset, to - offset);
  return { items: show(page, undone, known), matching: known, known };
}

async function readMatching(
  segments: SegmentStore,
  task: TaskRow,
  options: { states: StatementState[]; offset: number; limit: number },
): Promise<OutcomePage> {
  const { states, offset, limit } = options;
  const outcomes = readOutcomes(segments, task.id);
  const infos = await outcomes.segments();
  const known = infos.reduce((sum, info) => sum + info.itemCount, 0);
  const undone = await UndoneRanges.read(segments, task, {
    from: 0,
    to: known,
  });
  const blocks = countSegments(infos, undone.ranges, states);
  const matching = blocks.reduce((sum, block) => sum + block.count, 0);
  let skip = offset;
  while (blocks.length > 0 && blocks[0].count <= skip) {
    skip -= blocks.shift()!.count;
  }
  const page = await outcomes.pageOf(
    blocks.flatMap(block => block.segments),
    ({ position, item }) => states.includes(undone.stateOf(position, item)),
    skip,
    limit,
  );
  return { items: show(page, undone, known), matching, known };
}

function show(
  page: Positioned<StoredOutcome>[],
  undone: UndoneRanges,
  known: number,
): ShownOutcome[] {
  return (
    page
      // More may have been stored since they were counted; those are still taken for what they were then.
      .filter(({ position }) => position < known)
      .map(entry => ({
        ...entry,
        state: undone.stateOf(entry.position, entry.item),
      }))
  );
}
