import { InputError } from '@backstage/errors';
import { PostgresConnection } from './PostgresConnection';
import { identifyServer, PostgresServer } from './PostgresServer';

const STARTED_AT =
  '(extract(epoch FROM backend_start) * 1000000)::pg_catalog.int8';

/**
 * What tells a session from every other one that any server ever had: the system gives out the same process ids again.
 *
 * @internal
 */
export interface ServerSession {
  pid: string;
  /** When it began, in microseconds since 1970 by the server's clock. */
  startedAt: string;
  server: PostgresServer;
}

/**
 * Asks a connection which session it is.
 *
 * @throws DatabaseError when the server does not answer
 * @internal
 */
export async function identifySession(
  connection: PostgresConnection,
): Promise<ServerSession> {
  const [[pid, startedAt]] = await connection.query(
    `SELECT pid, ${STARTED_AT} FROM pg_catalog.pg_stat_activity
      WHERE pid = pg_catalog.pg_backend_pid()`,
  );
  return {
    pid: pid ?? '',
    startedAt: startedAt ?? '',
    server: await identifyServer(connection),
  };
}

/**
 * @internal
 */
export function formatSessionId({
  pid,
  startedAt,
  server,
}: ServerSession): string {
  return [pid, startedAt, server.name, server.startedAt]
    .map(encodeURIComponent)
    .join('/');
}

/**
 * @throws InputError when it is not what {@link formatSessionId} gave
 * @internal
 */
export function parseSessionId(id: string): ServerSession {
  const parts = id.split('/').map(decodeURIComponent);
  const [pid, startedAt, name, serverStartedAt] = parts;
  if (parts.length !== 4 || !/^\d+$/.test(pid) || !/^\d+$/.test(startedAt)) {
    throw new InputError(`'${id}' is not the id of a PostgreSQL session`);
  }
  return { pid, startedAt, server: { name, startedAt: serverStartedAt } };
}

/**
 * What a session is doing.
 *
 * @internal
 */
export interface SessionActivity {
  /** Whether a statement is under way. */
  busy: boolean;
  /** In the server's words, such as `active, waiting for Lock: transactionid`. */
  text: string;
}

/**
 * What the server says a session is doing, or undefined when it has no such session.
 *
 * @throws DatabaseError when the server does not answer
 * @internal
 */
export async function findSession(
  control: PostgresConnection,
  session: ServerSession,
): Promise<SessionActivity | undefined> {
  const [match] = await control.query(
    `SELECT state, wait_event_type, wait_event
       FROM pg_catalog.pg_stat_activity WHERE ${isSession(session)}`,
  );
  if (!match) {
    return undefined;
  }
  const [state, kind, event] = match;
  // Between two portions of a result the server calls itself active, and does nothing until it is asked for more.
  const isBusy = !state?.startsWith('idle') && event !== 'ClientRead';
  return {
    busy: isBusy,
    text: event ? `${state}, waiting for ${kind}: ${event}` : `${state}`,
  };
}

/**
 * Sends a signal to a session, and never to another one that has got the same process id.
 *
 * @returns whether the server has the session
 * @throws DatabaseError when the server refuses or does not answer
 * @internal
 */
export async function signalSession(
  control: PostgresConnection,
  session: ServerSession,
  signal: 'pg_cancel_backend' | 'pg_terminate_backend',
): Promise<boolean> {
  const rows = await control.query(
    `SELECT pg_catalog.${signal}(pid)
       FROM pg_catalog.pg_stat_activity WHERE ${isSession(session)}`,
  );
  return rows.length > 0;
}

function isSession({ pid, startedAt }: ServerSession): string {
  return `pid = ${pid} AND ${STARTED_AT} = ${startedAt}`;
}
