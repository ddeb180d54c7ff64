import { Connection } from 'mysql2';
import { Socket } from 'node:net';

/**
 * Lets go of a connection at once. mysql2's own `destroy()` waits for what the other side has to say, for ever when
 * the network is gone.
 *
 * @internal
 */
export function dropConnection(connection: Connection): void {
  connection.destroy();
  socketOf(connection).destroy();
}

/**
 * What a connection goes over, TLS included.
 *
 * @internal
 */
export function socketOf(connection: Connection): Socket {
  return (connection as Connection & { stream: Socket }).stream;
}
