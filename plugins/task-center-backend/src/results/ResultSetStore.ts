import { Knex } from 'knex';
import {
  ResultColumn,
  ResultCutReason,
  ResultSet,
} from 'backstage-plugin-task-center-common';
import { ResultSetRow } from '../database';
import { StreamId } from '../streams';

/**
 * What is known of a result set beside its rows.
 *
 * @internal
 */
export interface ResultSetInfo {
  taskId: string;
  /** From 1 within the task. */
  number: number;
  /** From 1. */
  statement: number;
  columns: ResultColumn[];
  rowCount: number;
  /** The size as CSV, header included. */
  bytes: number;
  /** Of the CSV. */
  crc32: number;
  /** Of the CSV, in hex. */
  sha256: string;
  truncated: boolean;
  /** The limit that cut it off. */
  truncatedBy?: ResultCutReason;
  partial: boolean;
  /** The size of its segments. */
  storedBytes: number;
}

/**
 * What the names of the streams that hold rows begin with.
 *
 * @internal
 */
export const RESULT_STREAM_PREFIX = 'result/';

/**
 * The stream that holds the rows of a result set.
 *
 * @internal
 */
export function resultStream(taskId: string, number: number): StreamId {
  return { owner: taskId, stream: `${RESULT_STREAM_PREFIX}${number}` };
}

/**
 * Keeps what is known of result sets.
 *
 * @internal
 */
export class ResultSetStore {
  static create(knex: Knex): ResultSetStore {
    return new ResultSetStore(knex);
  }

  private constructor(private readonly knex: Knex) {}

  async put(info: ResultSetInfo, transaction: Knex.Transaction): Promise<void> {
    await transaction<ResultSetRow>('result_sets')
      .insert({
        task_id: info.taskId,
        number: info.number,
        statement: info.statement,
        columns: JSON.stringify(info.columns),
        row_count: info.rowCount,
        bytes: info.bytes,
        crc32: info.crc32,
        sha256: info.sha256,
        truncated: info.truncated,
        truncated_by: info.truncatedBy ?? null,
        partial: info.partial,
        stored_bytes: info.storedBytes,
      })
      .onConflict(['task_id', 'number'])
      .merge();
  }

  /** The result sets of a task, in order. */
  async list(taskId: string): Promise<ResultSetInfo[]> {
    const rows = await this.knex<ResultSetRow>('result_sets')
      .where({ task_id: taskId })
      .orderBy('number');
    return rows.map(toInfo);
  }

  async find(
    taskId: string,
    number: number,
  ): Promise<ResultSetInfo | undefined> {
    const row = await this.knex<ResultSetRow>('result_sets')
      .where({ task_id: taskId, number })
      .first();
    return row && toInfo(row);
  }
}

/**
 * A result set as it goes over the wire.
 *
 * @internal
 */
export function toResultSet(info: ResultSetInfo): ResultSet {
  const { statement, columns, rowCount, bytes } = info;
  const { truncated, truncatedBy, partial } = info;
  return {
    index: info.number,
    statement,
    columns,
    rowCount,
    truncated,
    ...(truncatedBy && { truncatedBy }),
    partial,
    bytes,
  };
}

function toInfo(row: ResultSetRow): ResultSetInfo {
  return {
    taskId: row.task_id,
    number: row.number,
    statement: row.statement,
    columns: JSON.parse(row.columns),
    rowCount: Number(row.row_count),
    bytes: Number(row.bytes),
    crc32: Number(row.crc32),
    sha256: row.sha256 ?? '',
    truncated: Boolean(row.truncated),
    truncatedBy: row.truncated_by ?? undefined,
    storedBytes: Number(row.stored_bytes),
    partial: Boolean(row.partial),
  };
}
