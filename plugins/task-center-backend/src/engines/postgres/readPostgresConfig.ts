import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * TLS as Node.js takes it.
 *
 * @internal
 */
export interface PostgresTlsOptions {
  ca?: string;
  cert?: string;
  key?: string;
  rejectUnauthorized: boolean;
  /** Whether the server's certificate must name the host. */
  verifyIdentity: boolean;
  /** The name that the certificate must bear in place of the host's. */
  servername?: string;
}

/**
 * The way to a PostgreSQL server.
 *
 * @internal
 */
export interface PostgresAddress {
  /** A name, an IP address, or the directory of a Unix socket. */
  host: string;
  port: number;
  user: string;
  password?: string;
  database: string;
  ssl?: PostgresTlsOptions;
}

/**
 * Reads the `connection` section of a `postgres` connection. What it does not say is never taken from the environment
 * of the backend, which holds the credentials of another database.
 *
 * @throws InputError when a value is of the wrong kind. The message holds no value.
 * @throws Error when there is no user
 * @internal
 */
export function readPostgresConfig(config: Config): PostgresAddress {
  const user = config.getString('user');
  return {
    host:
      config.getOptionalString('socketPath') ??
      config.getOptionalString('host') ??
      'localhost',
    port: config.getOptionalNumber('port') ?? 5432,
    user,
    password: readPassword(config),
    database: config.getOptionalString('database') ?? user,
    ssl: readTls(config),
  };
}

/**
 * Where the server is, for people: `127.0.0.1:5432` or the path of its socket.
 *
 * @internal
 */
export function describeAddress({ host, port }: PostgresAddress): string {
  if (host.startsWith('/')) {
    return `${host}/.s.PGSQL.${port}`;
  }
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

// getOptionalString() refuses the empty string, which is what an unset variable leaves.
function readPassword(config: Config): string | undefined {
  const password = config.getOptional('password');
  if (password !== undefined && typeof password !== 'string') {
    throw new InputError(
      'The password of a PostgreSQL connection must be a string',
    );
  }
  return password || undefined;
}

function readTls(config: Config): PostgresTlsOptions | undefined {
  const ssl = config.getOptional('ssl');
  if (ssl === undefined || ssl === false) {
    return undefined;
  }
  const section = ssl === true ? undefined : config.getConfig('ssl');
  const rejectUnauthorized =
    section?.getOptionalBoolean('rejectUnauthorized') ?? true;
  return {
    ca: section?.getOptionalString('ca'),
    cert: section?.getOptionalString('cert'),
    key: section?.getOptionalString('key'),
    rejectUnauthorized,
    verifyIdentity:
      section?.getOptionalBoolean('verifyIdentity') ?? rejectUnauthorized,
    servername: section?.getOptionalString('servername'),
  };
}
