/**
 * A column of a result set.
 *
 * @public
 */
export interface ResultColumn {
  name: string;
  /** The type as the database names it, such as `BIGINT` or `VARCHAR`. */
  type: string;
}

/**
 * The rows that one statement returned, as far as the query result limit let them in.
 *
 * @public
 */
export interface ResultSet {
  /** The number of the result set within its task, from 1. */
  index: number;
  /** The number of the statement that returned it, from 1. */
  statement: number;
  columns: ResultColumn[];
  /** How many rows are kept. */
  rowCount: number;
  /** Whether the statement had more rows than are kept. */
  truncated: boolean;
  /** Whether the statement ended before it had returned all that was asked of it. */
  partial: boolean;
  /** The size of the result set as CSV, in bytes. */
  bytes: number;
}

/**
 * One row: each value as the database writes it, `null` for NULL, binary data as `0x` and hex digits.
 *
 * @public
 */
export type ResultRow = (string | null)[];
