import { TimelineBucket } from 'backstage-plugin-task-center-common';
import { StoredOutcome } from '../../run';
import { countKinds, JsonLines, SegmentInfo } from '../../streams';
import { UndoneRange } from './UndoneRanges';

/**
 * A ledger of which not all is read.
 *
 * @internal
 */
export interface LedgerOutline {
  /** The task's first statement. */
  first: number;
  infos: SegmentInfo[];
  outcomes: JsonLines<StoredOutcome>;
}

/**
 * Adds to buckets what was undone of their statements. Reads only segments in which something failed, and that are in two
 * buckets that share a range: at most two of them for each bucket.
 *
 * @param buckets - of whole segments, in order, as the outcomes were stored
 * @param undone - in order
 * @internal
 */
export async function layUndoneOver(
  buckets: TimelineBucket[],
  undone: readonly UndoneRange[],
  ledger: LedgerOutline,
): Promise<void> {
  let place = 0;
  for (const range of undone) {
    while (
      place < buckets.length &&
      endOf(buckets[place], ledger) <= range.from
    ) {
      place += 1;
    }
    for (const bucket of bucketsFrom(buckets, place)) {
      const start = bucket.from - ledger.first;
      if (start >= range.to) {
        break;
      }
      const from = Math.max(range.from, start);
      const to = Math.min(range.to, endOf(bucket, ledger));
      const isWhole = from === range.from && to === range.to;
      const count = isWhole
        ? range.succeeded
        : await countSucceeded(ledger, from, to);
      bucket[range.state === 'rolled-back' ? 'rolledBack' : 'ended'] += count;
    }
  }
}

function* bucketsFrom(buckets: TimelineBucket[], place: number) {
  for (let at = place; at < buckets.length; at++) {
    yield buckets[at];
  }
}

/** The position in the ledger behind its last statement. */
function endOf(bucket: TimelineBucket, { first }: LedgerOutline): number {
  return bucket.to - first + 1;
}

async function countSucceeded(
  { infos, outcomes }: LedgerOutline,
  from: number,
  to: number,
): Promise<number> {
  let count = 0;
  for (const info of infos) {
    const start = Math.max(from, info.firstItem);
    const items = Math.min(to, info.firstItem + info.itemCount) - start;
    const succeeded = countKinds(info, ['succeeded']);
    if (items === info.itemCount) {
      count += succeeded;
    } else if (items > 0 && succeeded === info.itemCount) {
      count += items;
    } else if (items > 0 && succeeded > 0) {
      const page = await outcomes.page(start, items);
      count += page.filter(({ item }) => item.state === 'succeeded').length;
    }
  }
  return count;
}
