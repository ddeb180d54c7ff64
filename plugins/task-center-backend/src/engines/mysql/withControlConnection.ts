import { DatabaseError } from 'backstage-plugin-task-center-node';
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
  let release = () => {};
  return withSameServer(
    server,
    {
      open: async () => {
        const control = await openMysqlConnection(
          { ...address, database: undefined },
          signal,
        );
        release = dropOnAbort(control, address, signal);
        return control;
      },
      identify: identifyServer,
      isSame: isSameServer,
      close: control => {
        release();
        dropConnection(control);
      },
    },
    use,
  );
}

// An error of the socket reaches at once what waits for an answer, which mysql2 otherwise leaves waiting.
function dropOnAbort(
  control: Connection,
  address: MysqlAddress,
  signal?: AbortSignal,
): () => void {
  const drop = () =>
    socketOf(control).destroy(
      new DatabaseError(
        `Gave up waiting for an answer of ${describeAddress(address)}`,
        { connectionLost: true },
      ),
    );
  signal?.addEventListener('abort', drop, { once: true });
  return () => signal?.removeEventListener('abort', drop);
}
