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
 * What can cut a result set off: the query result limit of its task (`rows`), the bytes that the connection allows for
 * one result set or for all of a task, or the space that there is for the results of its creator or of everybody.
 *
 * @public
 */
export type ResultCutReason =
  | 'rows'
  | 'result-bytes'
  | 'task-bytes'
  | 'user-quota'
  | 'overall-quota';

/**
 * The rows that one statement returned, as far as the limits let them in.
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
  /** Which limit cut it. Absent when it is not truncated, or was because its statement was told to end. */
  truncatedBy?: ResultCutReason;
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

/**
 * How the CSV files of a download are written. What is not given is as it is stored: UTF-8 without a byte order mark,
 * commas, NULL as an empty field (an empty text is `""`), every value as it is.
 *
 * @public
 */
export interface ResultFormat {
  /** Begin with a byte order mark, which Excel wants. */
  bom?: boolean;
  separator?: ResultSeparator;
  /** What stands for NULL. A text that reads the same is put in quotes. */
  nullText?: string;
  /** Put a `'` before texts that a spreadsheet would take for a formula. Values of other types stay as they are. */
  neutralizeFormulas?: boolean;
}

/**
 * What can stand between the fields of a CSV file.
 *
 * @public
 */
export type ResultSeparator = 'comma' | 'semicolon' | 'tab' | 'pipe';

/**
 * How much room results take, in bytes as they are stored (compressed), and for how long they are kept.
 *
 * @public
 */
export interface ResultUsage {
  /** The results of the caller's own tasks. */
  user: { storedBytes: number; maxStoredBytes: number };
  /** The results of everybody's tasks. */
  overall: { storedBytes: number; maxStoredBytes: number };
  /** For how long results are kept when nobody says otherwise. */
  retentionSeconds: number;
  /** For how long from now they can be kept at most. */
  maxRetentionSeconds: number;
}
