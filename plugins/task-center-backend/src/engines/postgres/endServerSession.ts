import { endSession } from '../network/endSession';
import { PostgresConnection } from './PostgresConnection';
import { PostgresAddress } from './readPostgresConfig';
import { findSession, ServerSession, signalSession } from './ServerSession';
import { withControlConnection } from './withControlConnection';

/**
 * Ends a session from outside and waits until the server has it no more. Does nothing when it has gone already, be it
 * together with the whole server.
 *
 * @param signal - ends the wait, wherever it is
 * @throws DatabaseError when that could not be confirmed; its message says so if the server still had it
 * @internal
 */
export async function endServerSession(
  address: PostgresAddress,
  session: ServerSession,
  signal?: AbortSignal,
): Promise<void> {
  const { pid, server } = session;
  await endSession<PostgresConnection>({
    name: pid,
    withControl: use => withControlConnection(address, server, use, signal),
    find: control => findSession(control, session),
    tell: control => signalSession(control, session, 'pg_terminate_backend'),
    signal,
  });
}
