import { isFinalStatus } from 'backstage-plugin-task-center-common';
import { TaskRow, toNumber } from '../database';

/**
 * For how long results are kept, in ms.
 *
 * @internal
 */
export interface ResultRetention {
  /** When nobody says otherwise, from the end of the task. */
  resultsMs: number;
  /** The most that can be asked for, from now. */
  maxResultsMs: number;
}

/**
 * When the results of a task are removed, in ms since 1970 UTC. `undefined` when it has none or has not ended.
 *
 * @internal
 */
export function findResultsExpiry(
  row: TaskRow,
  { resultsMs }: ResultRetention,
): number | undefined {
  const finishedAt = toNumber(row.finished_at);
  if (
    row.result_sets === 0 ||
    finishedAt === undefined ||
    !isFinalStatus(row.status)
  ) {
    return undefined;
  }
  return Math.max(
    finishedAt + resultsMs,
    toNumber(row.results_kept_until) ?? 0,
  );
}
