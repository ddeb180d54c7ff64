import { InputError } from '@backstage/errors';
import { Connection } from 'mysql2';
import { identifyServer, MysqlServer } from './MysqlServer';
import { queryRows } from './queryRows';

/**
 * What tells a session from every other one that any server ever had: a server that restarts gives out the same
 * connection ids again.
 *
 * @internal
 */
export interface ServerSession {
  connectionId: string;
  server: MysqlServer;
  user: string;
  /** Where the server sees the client, such as `10.0.0.7:54321`. */
  client: string;
}

/**
 * Asks a connection which session it is.
 *
 * @throws DatabaseError when the server does not answer
 * @internal
 */
export async function identifySession(
  connection: Connection,
): Promise<ServerSession> {
  const [[connectionId, user, client]] = await queryRows(
    connection,
    `SELECT ID, USER, HOST FROM information_schema.PROCESSLIST WHERE ID = CONNECTION_ID()`,
  );
  return {
    connectionId: connectionId ?? '',
    server: await identifyServer(connection),
    user: user ?? '',
    client: client ?? '',
  };
}

/**
 * @internal
 */
export function formatSessionId(session: ServerSession): string {
  const { connectionId, server, user, client } = session;
  return [connectionId, server.name, server.startedAt, user, client]
    .map(part => encodeURIComponent(part))
    .join('/');
}

/**
 * @throws InputError when it is not what {@link formatSessionId} gave
 * @internal
 */
export function parseSessionId(id: string): ServerSession {
  const parts = id.split('/').map(decodeURIComponent);
  const [connectionId, name, startedAt, user, client] = parts;
  if (parts.length !== 5 || !/^\d+$/.test(connectionId)) {
    throw new InputError(`'${id}' is not the id of a MySQL session`);
  }
  return {
    connectionId,
    server: { name, startedAt: Number(startedAt) },
    user,
    client,
  };
}

/**
 * What a session is doing.
 *
 * @internal
 */
export interface SessionActivity {
  /** Whether a statement is under way. */
  busy: boolean;
  /** In the server's words, such as `Query: Sending data`. */
  text: string;
}

/**
 * What the server says a session is doing, or undefined when it has no such session.
 *
 * @throws DatabaseError when the server does not answer
 * @internal
 */
export async function findSession(
  control: Connection,
  session: ServerSession,
): Promise<SessionActivity | undefined> {
  const rows = await queryRows(
    control,
    `SELECT USER, HOST, COMMAND, STATE, INFO IS NOT NULL
       FROM information_schema.PROCESSLIST WHERE ID = ${session.connectionId}`,
  );
  const match = rows.find(
    ([user, client]) => user === session.user && client === session.client,
  );
  if (!match) {
    return undefined;
  }
  const [, , command, state, busy] = match;
  return {
    busy: busy === '1',
    text: [command, state].filter(Boolean).join(': '),
  };
}
