import { DatabaseError } from 'backstage-plugin-task-center-node';
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
  let release = () => {};
  return withSameServer(
    server,
    {
      open: async () => {
        const control = await openPostgresConnection(address, signal);
        release = dropOnAbort(control, address, signal);
        return control;
      },
      identify: identifyServer,
      isSame: isSameServer,
      close: control => control.end().finally(release),
    },
    use,
  );
}

function dropOnAbort(
  control: PostgresConnection,
  address: PostgresAddress,
  signal?: AbortSignal,
): () => void {
  const drop = () =>
    control.drop(
      new DatabaseError(
        `Gave up waiting for an answer of ${describeAddress(address)}`,
        { connectionLost: true },
      ),
    );
  if (signal?.aborted) drop();
  signal?.addEventListener('abort', drop, { once: true });
  return () => signal?.removeEventListener('abort', drop);
}
