import { DatabaseError } from 'backstage-plugin-task-center-node';
import { Connection } from 'mysql2';
import { setTimeout as delay } from 'node:timers/promises';
import { OtherServerError } from '../network/withSameServer';
import { MysqlAddress } from './readMysqlConfig';
import { queryRows } from './queryRows';
import { findSession, ServerSession, SessionActivity } from './ServerSession';
import { withControlConnection } from './withControlConnection';

const DEADLINE_MS = 30_000;
const POLL_MS = 100;
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
  try {
    await withControlConnection(
      address,
      session.server,
      control => endUntilGone(control, session, signal),
      signal,
    );
  } catch (error) {
    if (!(error instanceof OtherServerError && error.isRestart)) {
      throw error;
    }
  }
}

async function endUntilGone(
  control: Connection,
  session: ServerSession,
  signal?: AbortSignal,
): Promise<void> {
  const began = Date.now();
  let seen = await findSession(control, session);
  while (seen) {
    const { text } = seen;
    const waited = Date.now() - began;
    if (waited > DEADLINE_MS) {
      throw stillThereError(session, text, waited);
    }
    seen = await tellToEnd(control, session, signal).catch(error => {
      throw signal?.aborted ? stillThereError(session, text, waited) : error;
    });
  }
}

async function tellToEnd(
  control: Connection,
  session: ServerSession,
  signal?: AbortSignal,
): Promise<SessionActivity | undefined> {
  await queryRows(control, `KILL CONNECTION ${session.connectionId}`).catch(
    ignoreMissingThread,
  );
  await delay(POLL_MS, undefined, { signal });
  return findSession(control, session);
}

function stillThereError(
  { connectionId }: ServerSession,
  text: string,
  waited: number,
): DatabaseError {
  const seconds = Math.round(waited / 1000);
  return new DatabaseError(
    `Session ${connectionId} was still on the server ${seconds} seconds after it was told to end (${text})`,
  );
}

function ignoreMissingThread(error: unknown): void {
  if (!(error instanceof DatabaseError) || error.code !== NO_SUCH_THREAD) {
    throw error;
  }
}
