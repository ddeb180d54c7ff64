import { DatabaseError } from 'backstage-plugin-task-center-node';
import { NETWORK_REASONS, withoutPassword } from '../network/networkReasons';
import { describeAddress, MysqlAddress } from './readMysqlConfig';

interface MysqlError extends Error {
  errno?: number;
  code?: string;
  sqlState?: string;
  sqlMessage?: string;
}

// The server closes the connection after these, without being asked to.
const FATAL_SERVER_ERRORS = new Set([
  1053, 1080, 1152, 1153, 1156, 1157, 1158, 1159, 1160, 1161, 1927, 4031,
]);

// Too many connections, of all or of the user, a server that is shutting down, and a network that fails.
const PASSING_SERVER_ERRORS = new Set([
  1040, 1053, 1158, 1159, 1160, 1161, 1203, 1226, 1927,
]);

// A host name that is unknown, or a server without TLS, will be so at the next attempt as well.
const PASSING_NETWORK_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
]);

const REASONS: Record<string, string> = {
  ...NETWORK_REASONS,
  PROTOCOL_CONNECTION_LOST: 'the server closed the connection',
  PROTOCOL_SEQUENCE_TIMEOUT: 'no answer',
  HANDSHAKE_NO_SSL_SUPPORT: 'the server does not offer TLS',
};

/**
 * Puts what mysql2 says against a statement into plain words.
 *
 * @internal
 */
export function toDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) {
    return error;
  }
  const { errno, sqlState, sqlMessage, message } = error as MysqlError;
  if (isFromServer(error as MysqlError)) {
    return new DatabaseError(sqlMessage ?? message, {
      code: String(errno),
      sqlState,
      connectionLost: FATAL_SERVER_ERRORS.has(errno!),
    });
  }
  if (message.startsWith('As a result of LOCAL INFILE')) {
    return new DatabaseError(
      'LOAD DATA LOCAL is not possible in a task: it would read a file of the backend',
      { cause: error },
    );
  }
  return new DatabaseError(
    `The connection to the database was lost: ${networkReason(error)}`,
    { connectionLost: true, cause: error },
  );
}

/**
 * Puts the reason why a server cannot be used into plain words, without the password.
 *
 * @internal
 */
export function toConnectError(
  error: unknown,
  address: MysqlAddress,
): DatabaseError {
  if (error instanceof DatabaseError) {
    const { message, code, sqlState, connectionLost, transient } = error;
    return new DatabaseError(message, {
      code,
      sqlState,
      connectionLost,
      transient: transient || (connectionLost && isPassing(Number(code))),
      cause: error.cause,
    });
  }
  const { errno, sqlState, sqlMessage, message, code } = error as MysqlError;
  if (isFromServer(error as MysqlError)) {
    return new DatabaseError(withoutPassword(sqlMessage ?? message, address), {
      code: String(errno),
      sqlState,
      connectionLost: true,
      transient: isPassing(errno!),
    });
  }
  const reason = withoutPassword(networkReason(error), address);
  return new DatabaseError(
    `Could not reach ${describeAddress(address)}: ${reason}`,
    { connectionLost: true, transient: PASSING_NETWORK_ERRORS.has(code ?? '') },
  );
}

/**
 * What becomes of a request that a server does not answer.
 *
 * @internal
 */
export function noAnswerError(): DatabaseError {
  return toDatabaseError(
    Object.assign(new Error(), { code: 'PROTOCOL_SEQUENCE_TIMEOUT' }),
  );
}

// A connection that is lost while it is being opened may have no number.
function isPassing(serverError: number): boolean {
  return !serverError || PASSING_SERVER_ERRORS.has(serverError);
}

function isFromServer(error: MysqlError): boolean {
  return error.sqlState !== undefined && (error.errno ?? 0) > 0;
}

function networkReason(error: unknown): string {
  const { code, message } = error as MysqlError;
  return (code && REASONS[code]) || message || code || 'unknown reason';
}
