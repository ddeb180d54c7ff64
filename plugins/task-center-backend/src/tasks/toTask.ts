import {
  AbortProgress,
  isFinalStatus,
  Task,
  TaskAction,
  TaskFailureCode,
  TaskWaiting,
} from 'backstage-plugin-task-center-common';
import { TaskRow, toNumber } from '../database';

/**
 * A task as it goes over the wire.
 *
 * @internal
 */
export function toTask(
  row: TaskRow,
  actions: TaskAction[],
  details: {
    waiting?: TaskWaiting;
    resultsExpireAt?: number;
    resumedBy?: string[];
  } = {},
): Task {
  return withoutUndefined({
    id: row.id,
    name: row.name,
    description: row.description ?? undefined,
    connection: row.connection,
    entityRef: row.entity_ref,
    status: row.status,
    createdBy: row.created_by,
    createdAt: toTime(row.created_at)!,
    startedAt: toTime(row.started_at),
    finishedAt: toTime(row.finished_at),
    abortRequestedAt: toTime(row.abort_requested_at),
    abortProgress: toAbortProgress(row),
    delimiter: row.delimiter,
    resultLimit: row.result_limit,
    errorHandling: row.error_handling,
    transactionMode: row.transaction_mode,
    executionTimeoutSeconds: row.execution_timeout_seconds,
    statementTimeoutSeconds: row.statement_timeout_seconds ?? undefined,
    scriptBytes: Number(row.script_bytes),
    scriptSha256: row.script_sha256,
    totalStatements: row.total_statements ?? undefined,
    succeededStatements: row.succeeded_statements,
    failedStatements: row.failed_statements,
    rolledBackStatements: row.rolled_back_statements,
    affectedRows: Number(row.affected_rows),
    resultSets: row.result_sets,
    resultBytes: Number(row.result_bytes),
    truncatedResultSets: row.truncated_result_sets,
    resultsExpireAt: toTime(details.resultsExpireAt ?? null),
    resultsRemoved:
      row.results_removed_at === null || row.results_removed_by === null
        ? undefined
        : {
            at: toTime(row.results_removed_at)!,
            reason: row.results_removed_by,
          },
    failure: row.failure_code
      ? withoutUndefined({
          code: row.failure_code as TaskFailureCode,
          message: row.failure_message ?? '',
          statement: row.failure_statement ?? undefined,
        })
      : undefined,
    waiting: details.waiting,
    resumes: row.resumes_task_id
      ? { task: row.resumes_task_id, statement: row.first_statement }
      : undefined,
    resumedBy: details.resumedBy?.length ? details.resumedBy : undefined,
    copyOf: row.copy_of_task_id ?? undefined,
    actions,
  });
}

function toAbortProgress(row: TaskRow): AbortProgress | undefined {
  return row.abort_requested_at === null || isFinalStatus(row.status)
    ? undefined
    : row.abort_progress ?? 'requested';
}

/**
 * A time of a row in ISO 8601, UTC, with milliseconds.
 *
 * @internal
 */
export function toTime(value: number | string | null): string | undefined {
  const ms = toNumber(value);
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

/**
 * The same object without the keys that have no value.
 *
 * @internal
 */
export function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as T;
}
