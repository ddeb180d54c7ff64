import { withSameServer } from '../network/withSameServer';
import { openPostgresConnection } from './openPostgresConnection';
import { PostgresConnection } from './PostgresConnection';
import { identifyServer, isSameServer, PostgresServer } from './PostgresServer';
import { describeAddress, PostgresAddress } from './readPostgresConfig';

/**
 * Opens a second connection to the server that a session is on, and closes it again.
 *
 * @param signal - drops the connection, whatever is awaited of it
 * @throws OtherServerError when the server was not met
 * @throws DatabaseError when the server cannot be reached
 * @internal
 */
export async function withControlConnection<T>(
  address: PostgresAddress,
  server: PostgresServer,
  use: (control: PostgresConnection) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  return withSameServer(
    server,
    {
      open: () => openPostgresConnection(address, signal),
      identify: identifyServer,
      isSame: isSameServer,
      close: control => control.end(),
      drop: (control, reason) => control.drop(reason),
      address: describeAddress(address),
      signal,
    },
    use,
  );
}
