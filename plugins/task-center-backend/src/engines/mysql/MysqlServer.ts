import { DatabaseError } from 'backstage-plugin-task-center-node';
import { Connection } from 'mysql2';
import { queryRows } from './queryRows';

// Both sides of the comparison are rounded to seconds, and the clock of a server is set now and then.
const CLOCK_TOLERANCE_SECONDS = 5;

/**
 * One run of one server, from its start to its end: within it a connection id means one session only.
 *
 * @internal
 */
export interface MysqlServer {
  /** The server's own name and port, which tells the members of a cluster behind one address apart. */
  name: string;
  /** Seconds since 1970, by the server's clock. */
  startedAt: number;
}

/**
 * Asks which server a connection has reached.
 *
 * @throws DatabaseError when the server does not answer
 * @internal
 */
export async function identifyServer(
  connection: Connection,
): Promise<MysqlServer> {
  const [[name, now]] = await queryRows(
    connection,
    "SELECT CONCAT(@@hostname, ':', @@port), UNIX_TIMESTAMP()",
  );
  const [uptime] = await queryRows(
    connection,
    "SHOW GLOBAL STATUS LIKE 'Uptime'",
  );
  if (name === null || now === null || !uptime?.[1]) {
    throw new DatabaseError('The server did not say who it is');
  }
  return { name, startedAt: Math.floor(Number(now)) - Number(uptime[1]) };
}

/**
 * Whether two sightings are of the same run of the same server.
 *
 * @internal
 */
export function isSameServer(a: MysqlServer, b: MysqlServer): boolean {
  return (
    a.name === b.name &&
    Math.abs(a.startedAt - b.startedAt) <= CLOCK_TOLERANCE_SECONDS
  );
}
