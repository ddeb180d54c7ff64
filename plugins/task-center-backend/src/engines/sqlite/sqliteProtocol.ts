import type {
  ResultColumn,
  ResultRow,
  StatementWarning,
} from 'backstage-plugin-task-center-common';

/**
 * What the backend says to the process that runs SQLite.
 *
 * @internal
 */
export type SqliteRequest =
  | { type: 'open'; filename: string }
  | { type: 'execute'; sql: string; maxRows: number }
  /** One more batch of rows may be sent. */
  | { type: 'more' }
  /** No more rows are wanted; the statement is to do its work all the same. */
  | { type: 'enough' }
  /** Nothing of the statement is wanted any more. */
  | { type: 'stop' }
  | { type: 'close' };

/**
 * What the process that runs SQLite says to the backend. `opened`, `done` and `failed` are the last word about a
 * request.
 *
 * @internal
 */
export type SqliteReply =
  | { type: 'opened'; version: string }
  | { type: 'begin'; columns: ResultColumn[] }
  | { type: 'rows'; rows: ResultRow[] }
  | { type: 'end'; truncated: boolean }
  | {
      type: 'done';
      affectedRows?: number;
      inTransaction?: boolean;
      warnings?: number;
      warningTexts?: StatementWarning[];
    }
  | {
      type: 'failed';
      message: string;
      code?: string;
      /** Whether the same statement may succeed when it is run again. */
      transient?: boolean;
      /** Whether SQLite has undone the transaction that was open. */
      transactionLost?: boolean;
    };
