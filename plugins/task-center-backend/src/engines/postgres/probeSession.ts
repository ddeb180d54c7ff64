import { DatabaseError } from 'backstage-plugin-task-center-node';
import { ProbeResult } from '../network/SilenceWatch';
import { PostgresAddress } from './readPostgresConfig';
import { findSession, ServerSession } from './ServerSession';
import { OtherServerError } from '../network/withSameServer';
import { withControlConnection } from './withControlConnection';

/**
 * Asks the server, over a second connection, what a session does. A server that refuses that connection, or another one
 * that answers in its place, shows that the network works and tells nothing about the session.
 *
 * @throws DatabaseError when the server cannot be reached
 * @internal
 */
export async function probeSession(
  address: PostgresAddress,
  session: ServerSession,
): Promise<ProbeResult> {
  try {
    const doing = await withControlConnection(
      address,
      session.server,
      control => findSession(control, session),
    );
    if (!doing) {
      return 'gone';
    }
    return doing.busy ? 'busy' : 'idle';
  } catch (error) {
    if (error instanceof OtherServerError) {
      return error.isRestart ? 'gone' : 'busy';
    }
    if (error instanceof DatabaseError && error.code !== undefined) {
      return 'busy';
    }
    throw error;
  }
}
