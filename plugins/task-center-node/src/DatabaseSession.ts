import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';

/**
 * Takes in what a statement returns. The engine waits for each call before it reads on, so a slow sink slows the
 * database down and nothing piles up in memory.
 *
 * @public
 */
export interface ResultSink {
  /** A result set begins. */
  begin(columns: ResultColumn[]): Promise<void>;
  /** The next rows of the result set that began last, in order, at least one. */
  rows(rows: ResultRow[]): Promise<void>;
  /**
   * The result set that began last has ended.
   *
   * @param truncated - whether the statement had more rows than `maxRows`
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
   * Ends the statement under way **on the server**. Resolves when the database has confirmed that it is gone (its
   * `execute` has ended by then), or at once when there is none. The session may be unusable afterwards.
   *
   * @throws DatabaseError when it could not be confirmed
   */
  cancel(): Promise<void>;

  /** Ends the session. Safe to call more than once and at any time. Resolves when the server has let go of it. */
  close(): Promise<void>;
}
