import { DatabaseError } from 'backstage-plugin-task-center-node';
import { Connection, createConnection } from 'mysql2';
import { dropConnection } from './dropConnection';
import { describeAddress, MysqlAddress } from './readMysqlConfig';
import { toConnectError } from './toDatabaseError';

const CONNECT_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 10_000;

// What mysql2 asks for and the `mysql` client does not: FOUND_ROWS changes what is counted as affected, IGNORE_SPACE
// the grammar, and LOCAL_FILES would let the server read files of the backend.
const FLAGS = ['-FOUND_ROWS', '-IGNORE_SPACE', '-ODBC', '-LOCAL_FILES'];

/**
 * Connects to a server.
 *
 * @throws DatabaseError in plain words and without the password
 * @internal
 */
export async function openMysqlConnection(
  address: MysqlAddress,
  signal?: AbortSignal,
): Promise<Connection> {
  const gaveUp = () =>
    new DatabaseError(
      `Gave up connecting to ${describeAddress(address)} before it answered`,
    );
  if (signal?.aborted) {
    throw gaveUp();
  }
  let connection: Connection | undefined;
  let onAbort: (() => void) | undefined;
  try {
    const opening = createConnection({
      ...address,
      connectTimeout: CONNECT_TIMEOUT_MS,
      keepAliveInitialDelay: KEEP_ALIVE_MS,
      charset: 'UTF8MB4_GENERAL_CI',
      flags: FLAGS,
      rowsAsArray: true,
      queryFormat: sql => sql,
    });
    connection = opening;
    // Errors after the first one have nobody to tell.
    opening.on('error', () => {});
    await new Promise<void>((resolve, reject) => {
      onAbort = () => reject(gaveUp());
      signal?.addEventListener('abort', onAbort, { once: true });
      opening.connect(error => (error ? reject(error) : resolve()));
    });
    return opening;
  } catch (error) {
    if (connection) dropConnection(connection);
    throw toConnectError(error, address);
  } finally {
    if (onAbort) signal?.removeEventListener('abort', onAbort);
  }
}
