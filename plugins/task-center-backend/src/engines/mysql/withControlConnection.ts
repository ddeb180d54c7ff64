import { withSameServer } from '../network/withSameServer';
import { Connection } from 'mysql2';
import { dropConnection, socketOf } from './dropConnection';
import { identifyServer, isSameServer, MysqlServer } from './MysqlServer';
import { openMysqlConnection } from './openMysqlConnection';
import { describeAddress, MysqlAddress } from './readMysqlConfig';

/**
 * Opens a second connection to the server that a session is on, and closes it again.
 *
 * @param signal - drops the connection, whatever is awaited of it
 * @throws OtherServerError when the server was not met
 * @throws DatabaseError when the server cannot be reached
 * @internal
 */
export async function withControlConnection<T>(
  address: MysqlAddress,
  server: MysqlServer,
  use: (control: Connection) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  return withSameServer(
    server,
    {
      open: () =>
        openMysqlConnection({ ...address, database: undefined }, signal),
      identify: identifyServer,
      isSame: isSameServer,
      close: control => dropConnection(control),
      // An error of the socket reaches at once what waits for an answer, which mysql2 otherwise leaves waiting.
      drop: (control, reason) => socketOf(control).destroy(reason),
      address: describeAddress(address),
      signal,
    },
    use,
  );
}
