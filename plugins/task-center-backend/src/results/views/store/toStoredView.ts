import { ResultViewRow, toNumber } from '../../../database';
import { StoredView } from './ResultViewStore';

/**
 * A row of `result_views`, and whether somebody may take it to build it.
 *
 * @internal
 */
export type ReadViewRow = ResultViewRow & { is_free: boolean | number };

/**
 * What a row of `result_views` says.
 *
 * @internal
 */
export function toStoredView(row: ReadViewRow): StoredView {
  const merged = toNumber(row.merged_rows);
  const toMerge = toNumber(row.rows_to_merge);
  const isMerging =
    row.state === 'building' && merged !== undefined && toMerge !== undefined;
  return {
    id: row.id,
    taskId: row.task_id,
    resultSet: row.result_set,
    attempt: row.attempt,
    spec: JSON.parse(row.spec),
    state: row.state,
    scannedRows: Number(row.scanned_rows),
    merging: isMerging ? { done: merged, total: toMerge } : undefined,
    rowCount: toNumber(row.row_count),
    message: row.message ?? undefined,
    isAbandoned: row.state === 'building' && Boolean(row.is_free),
  };
}
