import { DatabaseError } from 'backstage-plugin-task-center-node';
import { openPostgresConnection } from './openPostgresConnection';
import { PostgresConnection } from './PostgresConnection';
import { identifyServer, isSameServer, PostgresServer } from './PostgresServer';
import { PostgresAddress } from './readPostgresConfig';

const ATTEMPTS = 5;

/**
 * The address answers, but not for the server that the session was on.
 *
 * @internal
 */
export class OtherServerError extends DatabaseError {
  constructor(wanted: PostgresServer, readonly reached: PostgresServer) {
    super(
      `A second connection reached the server ${reached.name} instead of ${wanted.name}`,
    );
  }
}

/**
 * Opens a second connection to the server that a session is on, and closes it again. Behind a load balancer it may
 * take several attempts to meet the same server; on any other one a process id would be a stranger's.
 *
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
  for (let attempt = 1; ; attempt++) {
    const control = await openPostgresConnection(address, signal);
    try {
      const reached = await identifyServer(control);
      if (isSameServer(reached, server)) {
        return await use(control);
      }
      if (attempt === ATTEMPTS || reached.name === server.name) {
        throw new OtherServerError(server, reached);
      }
    } finally {
      await control.end();
    }
  }
}
