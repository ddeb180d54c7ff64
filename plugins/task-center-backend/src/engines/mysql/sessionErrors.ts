import {
  DatabaseError,
  StatementCancelledError,
} from 'backstage-plugin-task-center-node';

/** @internal */
export function closedError(): DatabaseError {
  return new DatabaseError('The session was closed', { connectionLost: true });
}

/**
 * For a statement that is not sent, because the session is gone already.
 *
 * @internal
 */
export function notSentError(loss: DatabaseError): DatabaseError {
  const { message, code, sqlState, cause } = loss;
  return new DatabaseError(message, {
    code,
    sqlState,
    cause,
    connectionLost: true,
    transient: true,
  });
}

/** @internal */
export function unansweredError(): DatabaseError {
  return new DatabaseError(
    'The answer of the server did not arrive, so the session was ended',
    { connectionLost: true },
  );
}

/**
 * @param reason - how it was found out
 * @internal
 */
export function silentError(reason: string): DatabaseError {
  return new DatabaseError(
    `The connection to the database was lost: ${reason}`,
    { connectionLost: true },
  );
}

/**
 * For a statement of which the server has forgotten to say that something else has ended it.
 *
 * @internal
 */
export function interruptedError(): DatabaseError {
  return new DatabaseError('Query execution was interrupted', {
    code: '1317',
    sqlState: '70100',
  });
}

/**
 * @param error - what the server said when it ended the statement
 * @internal
 */
export function cancelledError(
  error: DatabaseError | undefined,
): StatementCancelledError {
  return new StatementCancelledError({
    transactionLost: error?.transactionLost,
  });
}

/**
 * @param limit - what the server takes, in bytes
 * @internal
 */
export function tooLargeError(limit: number): DatabaseError {
  return new DatabaseError(
    `The statement is larger than the server takes: max_allowed_packet is ${limit} bytes`,
    { code: '1153', sqlState: '08S01' },
  );
}

/**
 * @param connectionId - the server's number of the session
 * @internal
 */
export function unconfirmedEndError(
  connectionId: string,
  error: unknown,
): DatabaseError {
  return new DatabaseError(
    `Could not confirm that session ${connectionId} has ended: ${
      (error as Error).message
    }`,
    { cause: error },
  );
}
