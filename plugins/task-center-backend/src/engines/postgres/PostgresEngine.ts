import { Config } from '@backstage/config';
import {
  DatabaseEngine,
  DatabaseSession,
  OpenSessionOptions,
} from 'backstage-plugin-task-center-node';
import { SilenceTimings } from '../network/SilenceWatch';
import { endServerSession } from './endServerSession';
import { estimatePostgresRows } from './estimatePostgresRows';
import { openPostgresConnection } from './openPostgresConnection';
import { PostgresConnection } from './PostgresConnection';
import { PostgresSession } from './PostgresSession';
import { PostgresAddress, readPostgresConfig } from './readPostgresConfig';
import { readPostgresSchema } from './readPostgresSchema';
import { identifySession, parseSessionId } from './ServerSession';
import { toConnectError } from './toDatabaseError';
import { readBuiltInTypeNames } from './TypeNames';

/**
 * PostgreSQL.
 *
 * @public
 */
export class PostgresEngine implements DatabaseEngine {
  readonly id = 'postgres';
  readonly dialect = 'postgres';
  readonly estimateRows = estimatePostgresRows;
  readonly readSchema = readPostgresSchema;

  /** The names of built-in types, by the version of the server. */
  private readonly typeNames = new Map<string, Map<string, string>>();

  private constructor(private readonly silence?: Partial<SilenceTimings>) {}

  static create(
    options: {
      /** When silence counts as the loss of the network. */
      silence?: Partial<SilenceTimings>;
    } = {},
  ): PostgresEngine {
    return new PostgresEngine(options.silence);
  }

  describe(config: Config): { database?: string } {
    return { database: readPostgresConfig(config).database };
  }

  async openSession({
    config,
    signal,
  }: OpenSessionOptions): Promise<DatabaseSession> {
    const address = readPostgresConfig(config);
    const connection = await openPostgresConnection(address, signal);
    try {
      return await this.prepareSession(connection, address);
    } catch (error) {
      connection.drop(error);
      throw toConnectError(error, address);
    }
  }

  async endOrphanedSession(
    sessionId: string,
    { config, signal }: OpenSessionOptions,
  ): Promise<void> {
    const address = readPostgresConfig(config);
    await endServerSession(address, parseSessionId(sessionId), signal);
  }

  private async prepareSession(
    connection: PostgresConnection,
    address: PostgresAddress,
  ): Promise<PostgresSession> {
    const identity = await identifySession(connection);
    const [[full]] = await connection.query('SHOW server_version');
    const [version] = (full ?? '').split(' ');
    const typeNames =
      this.typeNames.get(version) ?? (await readBuiltInTypeNames(connection));
    this.typeNames.set(version, typeNames);
    return PostgresSession.create(connection, {
      address,
      identity,
      version,
      typeNames,
      silence: this.silence,
    });
  }
}
