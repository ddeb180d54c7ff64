/**
 * What a database, or the way to it, said against a request.
 *
 * @public
 */
export class DatabaseError extends Error {
  readonly name = 'DatabaseError';
  /** The database's own code, such as `1062` or `SQLITE_CONSTRAINT`. */
  readonly code?: string;
  readonly sqlState?: string;
  /** Whether the session is gone. */
  readonly connectionLost: boolean;
  /**
   * Whether the same request may well succeed when it is tried again, and nothing of it took effect: a deadlock, a lock
   * that was not free in time, a server that could not be reached just now. Together with `connectionLost` it says that
   * the session was gone before the statement was sent.
   */
  readonly transient: boolean;
  /** Whether the database has undone the whole transaction that was open. */
  readonly transactionLost: boolean;

  constructor(
    message: string,
    options: {
      code?: string;
      sqlState?: string;
      connectionLost?: boolean;
      transient?: boolean;
      transactionLost?: boolean;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = options.code;
    this.sqlState = options.sqlState;
    this.connectionLost = options.connectionLost ?? false;
    this.transient = options.transient ?? false;
    this.transactionLost = options.transactionLost ?? false;
  }
}

/**
 * A statement ended because it was told to.
 *
 * @public
 */
export class StatementCancelledError extends Error {
  readonly name = 'StatementCancelledError';
  /** Whether the database has undone the whole transaction that was open, as when a COMMIT was ended. */
  readonly transactionLost: boolean;

  constructor(options: { transactionLost?: boolean } = {}) {
    super('The statement was ended before it was done');
    this.transactionLost = options.transactionLost ?? false;
  }
}
