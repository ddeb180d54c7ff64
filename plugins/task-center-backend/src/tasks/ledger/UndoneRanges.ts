import { StatementState } from 'backstage-plugin-task-center-common';
import { TaskRow } from '../../database';
import { readUndone, StoredOutcome, StoredUndone } from '../../run';
import { SegmentStore } from '../../streams';

/**
 * Items of a ledger in a row of which those that had succeeded have another state now.
 *
 * @internal
 */
export interface UndoneRange {
  /** Positions in the ledger, from 0; `to` is not part of it. */
  from: number;
  to: number;
  state: StoredUndone['state'];
  /** How many of them had succeeded. */
  succeeded: number;
}

/**
 * What was undone of a ledger after it had been written.
 *
 * @internal
 */
export class UndoneRanges {
  /**
   * @param part - positions in the ledger, `to` not being part of it: what is undone elsewhere is left out
   */
  static async read(
    segments: SegmentStore,
    task: Pick<TaskRow, 'id' | 'first_statement' | 'undone_ranges'>,
    part: { from: number; to: number },
  ): Promise<UndoneRanges> {
    const ranges: UndoneRange[] = [];
    if (task.undone_ranges > 0 && part.from < part.to) {
      const first = task.first_statement;
      const found = readUndone(segments, task.id).scanFrom(
        range => range.to - first >= part.from,
      );
      for await (const { position, item } of found) {
        // What was undone since the row was read belongs to a later ledger.
        if (position >= task.undone_ranges || item.from - first >= part.to) {
          break;
        }
        addRange(ranges, {
          from: item.from - first,
          to: Math.min(item.to - first + 1, part.to),
          state: item.state,
          succeeded: item.succeeded,
        });
      }
    }
    return new UndoneRanges(ranges);
  }

  private constructor(
    /** In order. */
    readonly ranges: readonly UndoneRange[],
  ) {}

  /** What the ledger shows for one of its items. */
  stateOf(position: number, outcome: StoredOutcome): StatementState {
    return outcome.state === 'succeeded'
      ? this.find(position)?.state ?? 'succeeded'
      : outcome.state;
  }

  private find(position: number): UndoneRange | undefined {
    let from = 0;
    let to = this.ranges.length;
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if (this.ranges[middle].to <= position) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    const range = this.ranges[from];
    return range && range.from <= position ? range : undefined;
  }
}

/** Joins neighbours that are alike: there is less to look at for them then. */
function addRange(ranges: UndoneRange[], range: UndoneRange): void {
  const last = ranges[ranges.length - 1];
  if (last?.to === range.from && last.state === range.state) {
    last.to = range.to;
    last.succeeded += range.succeeded;
  } else {
    ranges.push(range);
  }
}
