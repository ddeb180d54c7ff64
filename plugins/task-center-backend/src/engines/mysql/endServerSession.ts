import { DatabaseError } from 'backstage-plugin-task-center-node';
import { setTimeout as delay } from 'node:timers/promises';
import { OtherServerError } from '../network/withSameServer';
import { MysqlAddress } from './readMysqlConfig';
import { queryRows } from './queryRows';
import { findSession, ServerSession } from './ServerSession';
import { withControlConnection } from './withControlConnection';

const DEADLINE_MS = 30_000;
const POLL_MS = 100;
const NO_SUCH_THREAD = '1094';

/**
 * Ends a session from outside and waits until the server has it no more. Does nothing when it has gone already, be it
 * together with the whole server.
 *
 * @throws DatabaseError when that could not be confirmed
 * @internal
 */
export async function endServerSession(
  address: MysqlAddress,
  session: ServerSession,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await withControlConnection(
      address,
      session.server,
      async control => {
        const deadline = Date.now() + DEADLINE_MS;
        let doing = await findSession(control, session);
        while (doing) {
          if (Date.now() > deadline) {
            throw new DatabaseError(
              `Session ${session.connectionId} is still on the server ${
                DEADLINE_MS / 1000
              } seconds after it was told to end (${doing.text})`,
            );
          }
          await queryRows(
            control,
            `KILL CONNECTION ${session.connectionId}`,
          ).catch(ignoreMissingThread);
          await delay(POLL_MS);
          doing = await findSession(control, session);
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

function ignoreMissingThread(error: unknown): void {
  if (!(error instanceof DatabaseError) || error.code !== NO_SUCH_THREAD) {
    throw error;
  }
}
