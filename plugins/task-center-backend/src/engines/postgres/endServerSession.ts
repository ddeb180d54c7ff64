import { DatabaseError } from 'backstage-plugin-task-center-node';
import { setTimeout as delay } from 'node:timers/promises';
import { OtherServerError } from '../network/withSameServer';
import { PostgresConnection } from './PostgresConnection';
import { PostgresAddress } from './readPostgresConfig';
import {
  findSession,
  ServerSession,
  SessionActivity,
  signalSession,
} from './ServerSession';
import { withControlConnection } from './withControlConnection';

const DEADLINE_MS = 30_000;
const POLL_MS = 50;

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
  try {
    await withControlConnection(
      address,
      session.server,
      control => terminate(control, session, signal),
      signal,
    );
  } catch (error) {
    if (!(error instanceof OtherServerError && error.isRestart)) {
      throw error;
    }
  }
}

async function terminate(
  control: PostgresConnection,
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
  control: PostgresConnection,
  session: ServerSession,
  signal?: AbortSignal,
): Promise<SessionActivity | undefined> {
  await signalSession(control, session, 'pg_terminate_backend');
  await delay(POLL_MS, undefined, { signal });
  return findSession(control, session);
}

function stillThereError(
  { pid }: ServerSession,
  text: string,
  waited: number,
): DatabaseError {
  const seconds = Math.round(waited / 1000);
  return new DatabaseError(
    `Session ${pid} was still on the server ${seconds} seconds after it was told to end (${text})`,
  );
}
