import { DatabaseError } from 'backstage-plugin-task-center-node';
import { DatabaseError as ServerError } from 'pg';
import { NETWORK_REASONS, withoutPassword } from '../network/networkReasons';
import { describeAddress, PostgresAddress } from './readPostgresConfig';
import { takesEffectAsOne } from './takesEffectAsOne';

// Shutdown of the server or the session, idle timeouts: the server closes the connection, and says so in a severity
// that is in its own language.
const FATAL = /^(57P0[1-5]|25P0[34])$/;

// Serialization failure, deadlock, lock not available.
const TRANSIENT = new Set(['40001', '40P01', '55P03']);

// Too many connections, starting up or shutting down.
const TRANSIENT_AT_CONNECT = new Set(['53300', '57P03', '57P01', '57P02']);

const REASONS: Record<string, string> = {
  ...NETWORK_REASONS,
  ERR_STRING_TOO_LONG: 'a value was larger than can be taken in',
  ERR_OUT_OF_RANGE: 'a row was larger than can be taken in',
};

// What the server can do nothing about, however often it is asked.
const LASTING_REASONS = new Set(['ENOTFOUND', 'EACCES', 'ENOENT']);

const DRIVER_REASONS: [RegExp, string][] = [
  [/^timeout expired|^Query read timeout/, 'no answer'],
  [/^Connection terminated/, 'the server closed the connection'],
  [/does not support SSL/, 'the server does not offer TLS'],
  [/password must be a/, 'the server asks for a password, and none is set'],
];

/**
 * @internal
 */
export interface FailedStatement {
  /** To say where in it the error is, and whether something of it may have taken effect. */
  sql?: string;
  /** Whether no transaction is left open. In one that has failed, the same statement can only fail again. */
  alone?: boolean;
  /** Whether a transaction was open that the server has undone. */
  transactionLost?: boolean;
}

/**
 * Puts what the server or pg says against a statement into plain words.
 *
 * @internal
 */
export function toDatabaseError(
  error: unknown,
  statement: FailedStatement = {},
): DatabaseError {
  if (error instanceof DatabaseError) {
    return error;
  }
  if (error instanceof ServerError) {
    const { code = '' } = error;
    const { sql = '', alone = false, transactionLost } = statement;
    if (/^bind message supplies 0 parameters/.test(error.message)) {
      return new DatabaseError(
        'The statement has a parameter such as $1, and a task has no values for parameters',
        { code: '42P02', sqlState: '42P02', transactionLost },
      );
    }
    return new DatabaseError(describe(error, sql), {
      code,
      sqlState: code,
      connectionLost: isFatal(error),
      transient: alone && TRANSIENT.has(code) && takesEffectAsOne(sql),
      transactionLost,
    });
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
  address: PostgresAddress,
): DatabaseError {
  if (error instanceof DatabaseError) {
    return error;
  }
  if (error instanceof ServerError) {
    const { code } = error;
    return new DatabaseError(withoutPassword(describe(error), address), {
      code,
      sqlState: code,
      connectionLost: true,
      transient: TRANSIENT_AT_CONNECT.has(code ?? ''),
    });
  }
  const reason = withoutPassword(networkReason(error), address);
  return new DatabaseError(
    `Could not reach ${describeAddress(address)}: ${reason}`,
    { connectionLost: true, transient: isPassing(error) },
  );
}

function isFatal({ severity = '', code = '' }: ServerError): boolean {
  return /^(FATAL|PANIC)$/.test(severity) || FATAL.test(code);
}

function describe(error: ServerError, sql?: string): string {
  const { message, detail, hint, where } = error;
  const position = sql && error.position && locate(sql, Number(error.position));
  const parts = [
    detail ? `${message}: ${detail}` : message,
    hint && `Hint: ${hint}`,
    where && `(${where.split('\n')[0]})`,
    position && `(${position})`,
  ];
  return parts.filter(Boolean).join(' ');
}

// The server counts characters from 1, JavaScript UTF-16 units.
function locate(sql: string, position: number): string {
  const before = Array.from(sql.slice(0, position * 2)).slice(0, position - 1);
  const lines = before.join('').split('\n');
  const column = Array.from(lines.at(-1)!).length + 1;
  return `line ${lines.length}, character ${column} of the statement`;
}

// AggregateError, for a host with several addresses, says nothing itself.
function networkReason(error: unknown): string {
  const { code, message, errors } = error as Error & {
    code?: string;
    errors?: unknown[];
  };
  const known = DRIVER_REASONS.find(([pattern]) => pattern.test(message));
  return (
    (code && REASONS[code]) ||
    known?.[1] ||
    message ||
    (errors?.length ? networkReason(errors[0]) : undefined) ||
    code ||
    'unknown reason'
  );
}

function isPassing(error: unknown): boolean {
  const { code, message } = error as Error & { code?: string };
  return code
    ? code in REASONS && !LASTING_REASONS.has(code)
    : /^timeout expired|^Connection terminated/.test(message);
}
