import { StatementState } from 'backstage-plugin-task-center-common';
import { TaskRow } from '../../database';

/**
 * Statements in a row that have no stored outcome and are in one state.
 *
 * @internal
 */
export interface DerivedRange {
  state: StatementState;
  /** Positions in the script, from 0; `to` is not part of it. */
  from: number;
  to: number;
}

/**
 * The state of the statements before the first one of a task: they were never part of it.
 *
 * @internal
 */
export function statesBefore(task: TaskRow, total: number): DerivedRange[] {
  const first = Math.min(task.first_statement - 1, total);
  return [{ state: 'skipped', from: 0, to: first }];
}

/**
 * The states of the statements behind the last one with a stored outcome, which follow from where the task is.
 *
 * @param known - the position behind that statement
 * @internal
 */
export function statesBehind(
  task: TaskRow,
  known: number,
  total: number,
): DerivedRange[] {
  const sent = Math.min(Math.max(known, task.dispatched_through), total);
  switch (task.status) {
    case 'preparing':
    case 'running': {
      const running =
        task.status === 'running' && sent > known ? known + 1 : known;
      return [
        { state: 'running', from: known, to: running },
        { state: 'pending', from: running, to: total },
      ];
    }
    default: {
      // Only a worker that was lost leaves open what became of the statements that it may have sent.
      const unknown = task.failure_code === 'worker-lost' ? sent : known;
      return [
        { state: 'unknown', from: known, to: unknown },
        { state: 'skipped', from: unknown, to: total },
      ];
    }
  }
}

/**
 * How many statements there are in ranges.
 *
 * @internal
 */
export function countStatements(ranges: DerivedRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0);
}

/**
 * A page of the statements in ranges.
 *
 * @internal
 */
export function takeStatements(
  ranges: DerivedRange[],
  offset: number,
  limit: number,
): { position: number; state: StatementState }[] {
  const taken: { position: number; state: StatementState }[] = [];
  let skip = offset;
  for (const { state, from, to } of ranges) {
    for (
      let position = from + skip;
      position < to && taken.length < limit;
      position++
    ) {
      taken.push({ position, state });
    }
    skip = Math.max(0, skip - Math.max(0, to - from));
  }
  return taken;
}
