import { DatabaseError } from 'backstage-plugin-task-center-node';
import { PostgresConnection } from './PostgresConnection';

/**
 * One run of one server, from its start to its end.
 *
 * @internal
 */
export interface PostgresServer {
  /** What stays the same when the server restarts, and tells it from the others behind the same address. */
  name: string;
  /** Microseconds since 1970, by the server's clock. */
  startedAt: string;
}

/**
 * Asks which server a connection has reached.
 *
 * @throws DatabaseError when the server does not answer
 * @internal
 */
export async function identifyServer(
  connection: PostgresConnection,
): Promise<PostgresServer> {
  const [[startedAt, address, isStandby]] = await connection.query(
    `SELECT (extract(epoch FROM pg_catalog.pg_postmaster_start_time()) * 1000000)::pg_catalog.int8,
            pg_catalog.concat(pg_catalog.host(pg_catalog.inet_server_addr()), ':', pg_catalog.inet_server_port()),
            pg_catalog.pg_is_in_recovery()`,
  );
  if (startedAt === null || address === null) {
    throw new DatabaseError('The server did not say who it is');
  }
  const cluster = await identifyCluster(connection);
  // A primary keeps its timeline when it restarts, maybe at another address, and the next primary has another one.
  // Standbys share it.
  const name =
    cluster && isStandby === 'f' ? cluster : `${cluster ?? ''}@${address}`;
  return { name, startedAt };
}

/**
 * Whether two sightings are of the same run of the same server.
 *
 * @internal
 */
export function isSameServer(a: PostgresServer, b: PostgresServer): boolean {
  return a.name === b.name && a.startedAt === b.startedAt;
}

// Some hosted servers do not tell.
async function identifyCluster(
  connection: PostgresConnection,
): Promise<string | undefined> {
  try {
    const [[cluster]] = await connection.query(
      `SELECT pg_catalog.concat(s.system_identifier, '/', c.timeline_id)
         FROM pg_catalog.pg_control_system() s, pg_catalog.pg_control_checkpoint() c`,
    );
    return cluster ?? undefined;
  } catch (error) {
    if ((error as DatabaseError).connectionLost) throw error;
    return undefined;
  }
}
