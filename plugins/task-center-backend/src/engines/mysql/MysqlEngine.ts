import { Config } from '@backstage/config';
import {
  DatabaseEngine,
  DatabaseSession,
  OpenSessionOptions,
} from 'backstage-plugin-task-center-node';
import { Connection } from 'mysql2';
import { SilenceTimings } from '../network/SilenceWatch';
import { dropConnection } from './dropConnection';
import { endServerSession } from './endServerSession';
import { estimateMysqlRows } from './estimateMysqlRows';
import { MultiStatements } from './MultiStatements';
import { MysqlSession } from './MysqlSession';
import { openMysqlConnection } from './openMysqlConnection';
import { queryRows } from './queryRows';
import { MysqlAddress, readMysqlConfig } from './readMysqlConfig';
import { readMysqlSchema } from './readMysqlSchema';
import { identifySession, parseSessionId } from './ServerSession';
import { SessionConnection } from './SessionConnection';
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
  readonly estimateRows = estimateMysqlRows;
  readonly readSchema = readMysqlSchema;

  private constructor(private readonly silence?: Partial<SilenceTimings>) {}

  static create(
    options: {
      /** When silence counts as the loss of the network. */
      silence?: Partial<SilenceTimings>;
    } = {},
  ): MysqlEngine {
    return new MysqlEngine(options.silence);
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
      return await prepareSession(connection, address, this.silence);
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
  silence?: Partial<SilenceTimings>,
): Promise<MysqlSession> {
  const multi = await MultiStatements.begin(connection, SET_UP);
  const variables = await readVariables(connection);
  const identity = await identifySession(connection);
  const server = new SessionConnection(connection, address, identity, silence);
  return new MysqlSession(server, {
    product: productOf(variables.get('version') ?? ''),
    maxRequestBytes: Number(variables.get('max_allowed_packet')),
    rollbackOnTimeout: variables.get('innodb_rollback_on_timeout') === 'ON',
    multi,
  });
}

// Not every server has all of them.
async function readVariables(
  connection: Connection,
): Promise<Map<string | null, string | null>> {
  const rows = await queryRows(
    connection,
    `SHOW VARIABLES WHERE Variable_name IN
       ('version', 'max_allowed_packet', 'innodb_rollback_on_timeout')`,
  );
  return new Map(rows.map(([name, value]) => [name, value]));
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
