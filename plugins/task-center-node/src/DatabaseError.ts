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

  constructor(
    message: string,
    options: {
      code?: string;
      sqlState?: string;
      connectionLost?: boolean;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = options.code;
    this.sqlState = options.sqlState;
    this.connectionLost = options.connectionLost ?? false;
  }
}

/**
 * A statement ended because it was told to.
 *
 * @public
 */
export class StatementCancelledError extends Error {
  readonly name = 'StatementCancelledError';

  constructor() {
    super('The statement was ended before it was done');
  }
}
