import { DatabaseError } from 'backstage-plugin-task-center-node';
import { Connection } from 'mysql2';
import { endSession } from '../network/endSession';
import { MysqlAddress } from './readMysqlConfig';
import { queryRows } from './queryRows';
import { findSession, ServerSession } from './ServerSession';
import { withControlConnection } from './withControlConnection';

const NO_SUCH_THREAD = '1094';

/**
 * Ends a session from outside and waits until the server has it no more. Does nothing when it has gone already, be it
 * together with the whole server.
 *
 * @param signal - ends the wait, wherever it is
 * @throws DatabaseError when that could not be confirmed; its message says so if the server still had it
 * @internal
 */
export async function endServerSession(
  address: MysqlAddress,
  session: ServerSession,
  signal?: AbortSignal,
): Promise<void> {
  const { connectionId, server } = session;
  await endSession<Connection>({
    name: connectionId,
    withControl: use => withControlConnection(address, server, use, signal),
    find: control => findSession(control, session),
    tell: control =>
      queryRows(control, `KILL CONNECTION ${connectionId}`).catch(
        ignoreMissingThread,
      ),
    signal,
  });
}

function ignoreMissingThread(error: unknown): void {
  if (!(error instanceof DatabaseError) || error.code !== NO_SUCH_THREAD) {
    throw error;
  }
}
