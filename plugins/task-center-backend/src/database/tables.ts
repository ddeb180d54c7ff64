import {
  AbortProgress,
  ErrorHandling,
  RemovedResults,
  ResultCutReason,
  ResultView,
  TaskStatus,
  TransactionMode,
} from 'backstage-plugin-task-center-common';

/**
 * A row of `tasks` as it is read: PostgreSQL gives 64-bit integers as strings.
 *
 * @internal
 */
export interface TaskRow {
  id: string;
  name: string;
  description: string | null;
  connection: string;
  entity_ref: string;
  engine: string;
  status: TaskStatus;
  created_by: string;
  created_at: number | string;
  started_at: number | string | null;
  finished_at: number | string | null;
  abort_requested_at: number | string | null;
  delimiter: string;
  result_limit: number;
  error_handling: ErrorHandling;
  execution_timeout_seconds: number;
  statement_timeout_seconds: number | null;
  script_id: string;
  script_bytes: number | string;
  script_sha256: string;
  total_statements: number | null;
  succeeded_statements: number;
  failed_statements: number;
  affected_rows: number | string;
  result_sets: number;
  failure_code: string | null;
  failure_message: string | null;
  failure_statement: number | null;
  attempt: number;
  worker_id: string | null;
  lease_expires_at: number | string | null;
  dispatched_through: number;
  server_session: string | null;
  transaction_mode: TransactionMode;
  first_statement: number;
  resumes_task_id: string | null;
  copy_of_task_id: string | null;
  abort_progress: Exclude<AbortProgress, 'requested'> | null;
  rolled_back_statements: number;
  undone_ranges: number;
  result_bytes: number | string;
  stored_result_bytes: number | string;
  truncated_result_sets: number;
  results_kept_until: number | string | null;
  results_removed_at: number | string | null;
  results_removed_by: RemovedResults['reason'] | null;
}

/**
 * A row of `result_sets`.
 *
 * @internal
 */
export interface ResultSetRow {
  task_id: string;
  number: number;
  statement: number;
  columns: string;
  row_count: number | string;
  bytes: number | string;
  crc32: number | string;
  sha256: string | null;
  truncated: boolean | number;
  partial: boolean | number;
  stored_bytes: number | string;
  truncated_by: ResultCutReason | null;
}

/**
 * A row of `result_views`.
 *
 * @internal
 */
export interface ResultViewRow {
  id: string;
  task_id: string;
  result_set: number;
  spec: string;
  spec_hash: string;
  state: ResultView['state'];
  scanned_rows: number | string;
  row_count: number | string | null;
  message: string | null;
  attempt: number;
  builder_id: string | null;
  lease_expires_at: number | string | null;
  created_at: number | string;
  used_at: number | string;
  merged_rows: number | string | null;
  rows_to_merge: number | string | null;
}

/**
 * A row of `result_view_waiters`.
 *
 * @internal
 */
export interface ResultViewWaiterRow {
  view_id: string;
  caller: string;
  asked_at: number | string;
}

/**
 * A row of `segments`.
 *
 * @internal
 */
export interface SegmentRow {
  owner_id: string;
  stream: string;
  number: number;
  first_item: number | string;
  item_count: number;
  kinds: string | null;
  raw_bytes: number;
  data_bytes: number;
  data: Buffer;
  object_key: string | null;
  object_offset: number | null;
  weights: string | null;
}

/**
 * A row of `segment_garbage`.
 *
 * @internal
 */
export interface SegmentGarbageRow {
  id: number;
  prefix: string;
  created_at: number | string;
}

/**
 * A row of `scripts`.
 *
 * @internal
 */
export interface ScriptRow {
  id: string;
  bytes: number | string;
  sha256: string;
  created_by: string;
  created_at: number | string;
}
