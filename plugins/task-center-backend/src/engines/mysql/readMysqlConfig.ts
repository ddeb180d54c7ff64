import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { isIP } from 'node:net';

/**
 * TLS as mysql2 takes it.
 *
 * @internal
 */
export interface MysqlTlsOptions {
  ca?: string;
  cert?: string;
  key?: string;
  rejectUnauthorized: boolean;
  /** Whether the server's certificate must name the host. */
  verifyIdentity: boolean;
}

/**
 * The way to a MySQL server.
 *
 * @internal
 */
export interface MysqlAddress {
  host: string;
  port: number;
  socketPath?: string;
  user?: string;
  password?: string;
  database?: string;
  ssl?: MysqlTlsOptions;
}

/**
 * Reads the `connection` section of a `mysql` connection.
 *
 * @throws InputError when a value is of the wrong kind. The message holds no value.
 * @internal
 */
export function readMysqlConfig(config: Config): MysqlAddress {
  const host = config.getOptionalString('host') ?? 'localhost';
  return {
    host,
    port: config.getOptionalNumber('port') ?? 3306,
    socketPath: config.getOptionalString('socketPath'),
    user: config.getOptionalString('user'),
    password: readPassword(config),
    database: config.getOptionalString('database'),
    ssl: readTls(config, host),
  };
}

/**
 * Where the server is, for people: `127.0.0.1:3306` or the path of its socket.
 *
 * @internal
 */
export function describeAddress(address: MysqlAddress): string {
  if (address.socketPath) {
    return address.socketPath;
  }
  return address.host.includes(':')
    ? `[${address.host}]:${address.port}`
    : `${address.host}:${address.port}`;
}

// getOptionalString() refuses the empty string, which is a valid password.
function readPassword(config: Config): string | undefined {
  const password = config.getOptional('password');
  if (password !== undefined && typeof password !== 'string') {
    throw new InputError('The password of a MySQL connection must be a string');
  }
  return password || undefined;
}

function readTls(config: Config, host: string): MysqlTlsOptions | undefined {
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
    // mysql2 has no way to check a certificate against an IP address.
    verifyIdentity:
      section?.getOptionalBoolean('verifyIdentity') ??
      (rejectUnauthorized && isIP(host) === 0),
  };
}
