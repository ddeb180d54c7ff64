/**
 * What became of a statement. `pending` stands for one that has not been sent yet, `running` for one that has been sent
 * and not been answered; both occur only while the task goes on. `unknown` means that the worker died between the
 * sending and the answer, `skipped` that it was never sent. `rolled-back` stands for one that succeeded and was undone
 * with its transaction afterwards, without the script asking for it.
 *
 * @public
 */
export type StatementState =
  | 'pending'
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'aborted'
  | 'skipped'
  | 'rolled-back'
  | 'unknown';

/**
 * Every {@link StatementState}.
 *
 * @public
 */
export const STATEMENT_STATES: readonly StatementState[] = [
  'pending',
  'running',
  'succeeded',
  'failed',
  'aborted',
  'skipped',
  'rolled-back',
  'unknown',
];

/**
 * What the database said against a statement.
 *
 * @public
 */
export interface StatementError {
  /** The database's own code, such as `1062` or `SQLITE_CONSTRAINT`. */
  code?: string;
  sqlState?: string;
  message: string;
}

/**
 * What the database remarked on a statement that it carried out.
 *
 * @public
 */
export interface StatementWarning {
  /** The database's own code, such as `1265` or `01000`. */
  code?: string;
  message: string;
  /** Present and true when it is no warning but only a remark, such as that of `RAISE NOTICE`. */
  notice?: boolean;
}

/**
 * One line of a task's ledger.
 *
 * @public
 */
export interface TaskStatement {
  /** From 1. */
  index: number;
  /** The line of the script on which the statement begins, from 1. */
  line: number;
  /** The statement, cut after 2,000 characters. */
  text: string;
  /** Present and true when `text` is not the whole statement. */
  textTruncated?: boolean;
  state: StatementState;
  startedAt?: string;
  durationMs?: number;
  affectedRows?: number;
  /** How many rows its result sets hold. */
  rowCount?: number;
  /** The number of its first result set, from 1. */
  resultSet?: number;
  /** How many warnings there were. */
  warnings?: number;
  /** The texts of the first of them, where the database gave them away, and of its other remarks. */
  warningTexts?: StatementWarning[];
  error?: StatementError;
}
