import { DatabaseError } from 'backstage-plugin-task-center-node';
import { Client } from 'pg';
import { createClient } from './createClient';
import { PostgresConnection } from './PostgresConnection';
import { describeAddress, PostgresAddress } from './readPostgresConfig';
import { toConnectError } from './toDatabaseError';

/**
 * Connects to a server.
 *
 * @throws DatabaseError in plain words and without the password
 * @internal
 */
export async function openPostgresConnection(
  address: PostgresAddress,
  signal?: AbortSignal,
): Promise<PostgresConnection> {
  const gaveUp = () =>
    new DatabaseError(
      `Gave up connecting to ${describeAddress(address)} before it answered`,
    );
  if (signal?.aborted) {
    throw gaveUp();
  }
  const client = createClient(address);
  // Errors after the first one have nobody to tell.
  client.on('error', () => {});
  let onAbort: (() => void) | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      onAbort = () => reject(gaveUp());
      signal?.addEventListener('abort', onAbort, { once: true });
      client.connect((error: Error | null) =>
        error ? reject(error) : resolve(),
      );
    });
    return PostgresConnection.create(client);
  } catch (error) {
    dropClient(client);
    throw toConnectError(error, address);
  } finally {
    if (onAbort) signal?.removeEventListener('abort', onAbort);
  }
}

function dropClient(client: Client): void {
  client.connection.stream.destroy();
}
