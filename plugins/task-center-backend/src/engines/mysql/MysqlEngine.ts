import { Config } from '@backstage/config';
import {
  DatabaseEngine,
  DatabaseSession,
  OpenSessionOptions,
} from 'backstage-plugin-task-center-node';
import { Connection } from 'mysql2';
import { dropConnection } from './dropConnection';
import { endServerSession } from './endServerSession';
import { MysqlSession } from './MysqlSession';
import { openMysqlConnection } from './openMysqlConnection';
import { queryRows } from './queryRows';
import { MysqlAddress, readMysqlConfig } from './readMysqlConfig';
import { identifySession, parseSessionId } from './ServerSession';
import { toConnectError } from './toDatabaseError';

// SET NAMES gives the server's own collation of utf8mb4, as its own client does. The server must also bear with a sink
// that takes a while for a batch of rows.
const SET_UP = 'SET NAMES utf8mb4, @@SESSION.net_write_timeout = 3600';

/**
 * MySQL and what speaks its protocol: MariaDB, OceanBase in MySQL mode, TiDB.
 *
 * @public
 */
export class MysqlEngine implements DatabaseEngine {
  readonly id = 'mysql';
  readonly dialect = 'mysql';

  private constructor() {}

  static create(): MysqlEngine {
    return new MysqlEngine();
  }

  describe(config: Config): { database?: string } {
    return { database: readMysqlConfig(config).database };
  }

  async openSession({
    config,
    signal,
  }: OpenSessionOptions): Promise<DatabaseSession> {
    const address = readMysqlConfig(config);
    const connection = await openMysqlConnection(address, signal);
    try {
      return await prepareSession(connection, address);
    } catch (error) {
      dropConnection(connection);
      throw toConnectError(error, address);
    }
  }

  async endOrphanedSession(
    sessionId: string,
    { config, signal }: OpenSessionOptions,
  ): Promise<void> {
    const address = readMysqlConfig(config);
    await endServerSession(address, parseSessionId(sessionId), signal);
  }
}

async function prepareSession(
  connection: Connection,
  address: MysqlAddress,
): Promise<MysqlSession> {
  await queryRows(connection, SET_UP);
  const [[version, maxStatementBytes]] = await queryRows(
    connection,
    'SELECT VERSION(), @@max_allowed_packet',
  );
  return new MysqlSession(connection, {
    address,
    identity: await identifySession(connection),
    product: productOf(version ?? ''),
    maxStatementBytes: Number(maxStatementBytes),
  });
}

// Servers that only speak the protocol put the version of MySQL before their own: 8.0.11-TiDB-v7.5.0.
function productOf(version: string): string {
  const derived = /-(TiDB|OceanBase)[^-]*-v?([\d.]+)/i.exec(version);
  if (derived) {
    return `${derived[1]} ${derived[2]}`;
  }
  const [number] = version.split('-');
  return `${/mariadb/i.test(version) ? 'MariaDB' : 'MySQL'} ${number}`;
}
