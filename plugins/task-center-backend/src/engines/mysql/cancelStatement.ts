import { DatabaseError } from 'backstage-plugin-task-center-node';
import { Connection } from 'mysql2';
import { setTimeout as delay } from 'node:timers/promises';
import { MysqlAddress } from './readMysqlConfig';
import { findSession, ServerSession } from './ServerSession';
import { StatementKiller } from './StatementKiller';
import { StatementRun } from './StatementRun';
import { withControlConnection } from './withControlConnection';

const DEADLINE_MS = 30_000;
const SILENCE_MS = 5_000;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;

/**
 * Kills a statement on the server until it has ended. When this resolves and it has not ended here, then the server
 * says that it runs no more, and only the network has not told: the session is of no use any more.
 *
 * @throws DatabaseError when the end could not be confirmed within 30 seconds
 * @internal
 */
export async function cancelStatement(options: {
  run: StatementRun;
  killer: StatementKiller;
  address: MysqlAddress;
  session: ServerSession;
}): Promise<void> {
  const { run, killer, address, session } = options;
  const began = Date.now();
  const deadline = began + DEADLINE_MS;

  // One KILL may not be enough: it has no effect when it arrives before the statement does.
  const killUntilEnded = async (control: Connection) => {
    let wait = FIRST_WAIT_MS;
    while (!run.hasEnded) {
      if (!(await killer.kill(control))) {
        return;
      }
      await Promise.race([run.ended, delay(wait)]);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      if (!run.hasEnded && Date.now() > began + SILENCE_MS) {
        const doing = await findSession(control, session);
        if (!doing?.busy) {
          return;
        }
        if (Date.now() > deadline) {
          throw new DatabaseError(
            `The statement is still on the server ${
              DEADLINE_MS / 1000
            } seconds after it was told to end (${doing.text})`,
          );
        }
      }
    }
  };

  while (!run.hasEnded) {
    try {
      await withControlConnection(address, session.server, killUntilEnded);
      return;
    } catch (error) {
      if (run.hasEnded) {
        return;
      }
      if (Date.now() > deadline) {
        throw new DatabaseError(
          `Could not end the statement: ${(error as Error).message}`,
          { cause: error },
        );
      }
      await Promise.race([run.ended, delay(LONGEST_WAIT_MS)]);
    }
  }
}
