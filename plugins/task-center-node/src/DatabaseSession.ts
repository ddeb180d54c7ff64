import {
  ResultColumn,
  ResultRow,
  StatementWarning,
} from 'backstage-plugin-task-center-common';

/**
 * Takes in what a statement returns. The engine waits for each call before it reads on, so a slow sink slows the
 * database down and nothing piles up in memory.
 *
 * @public
 */
export interface ResultSink {
  /** A result set begins. */
  begin(columns: ResultColumn[]): Promise<void>;
  /**
   * The next rows of the result set that began last, in order, at least one.
   *
   * @returns `enough` when no more rows of this result set are wanted. What comes of them nevertheless is dropped.
   */
  rows(rows: ResultRow[]): Promise<void | 'enough'>;
  /**
   * The result set that began last has ended.
   *
   * @param truncated - whether the statement had more rows than `maxRows`, or than the sink said were enough
   */
  end(truncated: boolean): Promise<void>;
}

/**
 * @public
 */
export interface ExecuteOptions {
  sink: ResultSink;
  /** The most rows of one result set that reach the sink. The engine finds out whether there were more. */
  maxRows: number;
  /**
   * The statement that will be sent next, as far as it is known, or an empty string when there is none. The engine asks
   * for the texts of warnings only when it knows that this one cannot notice.
   */
  next?: string;
}

/**
 * What a statement did, when it succeeded.
 *
 * @public
 */
export interface StatementOutcome {
  /** Absent for statements to which it has no meaning, such as SELECT. */
  affectedRows?: number;
  warnings?: number;
  /** The texts of the first of them, where they cost no request of their own for every statement. */
  warningTexts?: StatementWarning[];
  /** Whether a transaction is open behind the statement. Absent when the engine does not know. */
  inTransaction?: boolean;
}

/**
 * @public
 */
export interface ExecuteBatchOptions {
  /** Called for one statement after the other, as soon as it is known to have succeeded. */
  onSuccess(outcome: StatementOutcome): void;
  /** What will be sent behind the batch, as {@link ExecuteOptions.next}. */
  next?: string;
}

/**
 * @public
 */
export interface CancelOptions {
  /** Called, while the end of the statement is waited for, when the database says that it is undoing its work. */
  onRollback?(): void;
}

/**
 * An open session of a database, used by one task and by one statement at a time.
 *
 * @public
 */
export interface DatabaseSession {
  /** What {@link DatabaseEngine.endOrphanedSession} needs to find the session again from another process. */
  readonly id: string;
  /** What is at the other end, for the log, such as `MariaDB 10.11.19, session 812`. */
  readonly description: string;
  /** Whether another statement can be sent. An engine that ends a statement by ending the session says no after that. */
  readonly isOpen: boolean;

  /**
   * Runs one statement and waits for its end.
   *
   * @throws StatementCancelledError when {@link DatabaseSession.cancel} ended it
   * @throws DatabaseError when the database refuses it. `connectionLost` is set when the session cannot be used any more.
   */
  execute(sql: string, options: ExecuteOptions): Promise<StatementOutcome>;

  /**
   * Whether a statement may share a request with others, because it is short, returns no rows and means the same then.
   * Absent when the engine has no batches.
   */
  canBatch?(sql: string): boolean;

  /**
   * Runs statements that `canBatch` in few requests, with the same effect as `execute` for one after the other up to the
   * first that fails: those behind it are not run.
   *
   * @throws StatementCancelledError when {@link DatabaseSession.cancel} ended it, for the first statement without an outcome
   * @throws DatabaseError for the first statement without an outcome. With `connectionLost` and without `transient`, that
   * one and any behind it may have taken effect.
   */
  executeBatch?(
    statements: readonly string[],
    options: ExecuteBatchOptions,
  ): Promise<void>;

  /**
   * Ends the statement or batch under way **on the server**. Resolves when the database has confirmed that it is gone (its
   * `execute` has ended by then), or at once when there is none. The session may be unusable afterwards.
   *
   * @throws DatabaseError when it could not be confirmed
   */
  cancel(options?: CancelOptions): Promise<void>;

  /** Ends the session. Safe to call more than once and at any time. Resolves when the server has let go of it. */
  close(): Promise<void>;
}
