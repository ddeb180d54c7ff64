import { DatabaseError } from 'backstage-plugin-task-center-node';
import { setTimeout as delay } from 'node:timers/promises';
import { OtherServerError } from '../network/withSameServer';
import { PostgresAddress } from './readPostgresConfig';
import { findSession, ServerSession, signalSession } from './ServerSession';
import { withControlConnection } from './withControlConnection';

const DEADLINE_MS = 30_000;
const POLL_MS = 50;

/**
 * Ends a session from outside and waits until the server has it no more. Does nothing when it has gone already, be it
 * together with the whole server.
 *
 * @throws DatabaseError when that could not be confirmed
 * @internal
 */
export async function endServerSession(
  address: PostgresAddress,
  session: ServerSession,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await withControlConnection(
      address,
      session.server,
      async control => {
        const deadline = Date.now() + DEADLINE_MS;
        while (await signalSession(control, session, 'pg_terminate_backend')) {
          if (Date.now() > deadline) {
            const doing = await findSession(control, session);
            throw new DatabaseError(
              `Session ${session.pid} is still on the server ${
                DEADLINE_MS / 1000
              } seconds after it was told to end (${doing?.text})`,
            );
          }
          await delay(POLL_MS);
        }
      },
      signal,
    );
  } catch (error) {
    if (!(error instanceof OtherServerError && error.isRestart)) {
      throw error;
    }
  }
}
