import { StatementState } from 'backstage-plugin-task-center-common';
import { CountedSegment, countKinds, SegmentInfo } from '../../streams';
import { UndoneRange } from './UndoneRanges';

/**
 * Segments behind each other and how many of their items are wanted. No undone range reaches over the end of it.
 *
 * @internal
 */
export interface CountedBlock {
  segments: CountedSegment[];
  count: number;
}

/**
 * Counts the items of a ledger that are in one of these states, without reading them. How many there are in a block is
 * always known; of its segments, only where no range ends within that began in another one.
 *
 * @param undone - in order; none reaches over the end of the ledger
 * @internal
 */
export function countSegments(
  infos: SegmentInfo[],
  undone: readonly UndoneRange[],
  states: StatementState[],
): CountedBlock[] {
  const keepsSucceeded = states.includes('succeeded');
  // Which of the two states an item has makes no difference to the count for the others.
  const ranges = undone.filter(
    range => states.includes(range.state) !== keepsSucceeded,
  );
  const sign = keepsSucceeded ? -1 : 1;
  const blocks: CountedBlock[] = [];
  let block: CountedBlock = { segments: [], count: 0 };
  let next = 0;
  for (const info of infos) {
    const stored = countKinds(info, states);
    const end = info.firstItem + info.itemCount;
    let relabelled: number | undefined = 0;
    while (next < ranges.length && ranges[next].from < end) {
      const inside = countInside(info, ranges[next]);
      relabelled =
        inside === undefined || relabelled === undefined
          ? undefined
          : relabelled + inside;
      if (ranges[next].to > end) {
        break;
      }
      block.count += sign * ranges[next].succeeded;
      next += 1;
    }
    block.count += stored;
    block.segments.push({
      number: info.number,
      count: relabelled === undefined ? undefined : stored + sign * relabelled,
    });
    if (!(ranges[next]?.from < end)) {
      blocks.push(block);
      block = { segments: [], count: 0 };
    }
  }
  return block.segments.length > 0 ? [...blocks, block] : blocks;
}

/** How many items of a segment a range undoes, where that can be told without reading it. */
function countInside(
  info: SegmentInfo,
  range: UndoneRange,
): number | undefined {
  const end = info.firstItem + info.itemCount;
  if (range.from <= info.firstItem && range.to >= end) {
    return countKinds(info, ['succeeded']);
  }
  return range.from >= info.firstItem && range.to <= end
    ? range.succeeded
    : undefined;
}
