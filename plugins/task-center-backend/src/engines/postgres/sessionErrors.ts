import { DatabaseError } from 'backstage-plugin-task-center-node';

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
  const { message, code, sqlState } = loss;
  return new DatabaseError(message, {
    code,
    sqlState,
    connectionLost: true,
    transient: true,
    cause: loss,
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
 * @param pid - the server's number of the session
 * @internal
 */
export function unconfirmedEndError(
  pid: string,
  error: unknown,
): DatabaseError {
  return new DatabaseError(
    `Could not confirm that session ${pid} has ended: ${
      (error as Error).message
    }`,
    { cause: error },
  );
}
