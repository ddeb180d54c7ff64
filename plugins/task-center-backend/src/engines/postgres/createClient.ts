import { Client } from 'pg';
import { checkServerIdentity, ConnectionOptions } from 'node:tls';
import { PostgresAddress, PostgresTlsOptions } from './readPostgresConfig';

const CONNECT_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 10_000;

/**
 * A client that is not connected yet and knows nothing but the address. pg fills every gap from PG… variables and
 * ~/.pgpass, which belong to the backend and not to the connection.
 *
 * @internal
 */
export function createClient(address: PostgresAddress): Client {
  const { host, port, user, password, database, ssl } = address;
  const client = new Client({
    host,
    port,
    user,
    // As a function, because pg takes an empty password for a missing one.
    password: () => password ?? '',
    database,
    ssl: ssl ? toTlsOptions(ssl) : false,
    sslnegotiation: 'postgres',
    application_name: 'task-center',
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types: { getTypeParser: () => (value: string) => value },
  });
  // PGOPTIONS and PGREPLICATION have no value that means "none".
  const { connectionParameters } = client as Client & {
    connectionParameters: { options?: string; replication?: string };
  };
  connectionParameters.options = undefined;
  connectionParameters.replication = undefined;
  return client;
}

function toTlsOptions(ssl: PostgresTlsOptions): ConnectionOptions {
  const { ca, cert, key, rejectUnauthorized, verifyIdentity, servername } = ssl;
  return {
    ca,
    cert,
    // pg looks whether there is one, not whether it has a value.
    ...(key && { key }),
    rejectUnauthorized,
    checkServerIdentity: (host, certificate) =>
      verifyIdentity
        ? checkServerIdentity(servername ?? host, certificate)
        : undefined,
  };
}
