import { DatabaseError } from 'backstage-plugin-task-center-node';
import { Connection } from 'mysql2';
import { queryRows } from './queryRows';
import { findSession, ServerSession, SessionActivity } from './ServerSession';

/**
 * What the server says a session is doing whose statement was told to end, and whether it is undoing what that has done.
 * InnoDB knows it best, but not every account may ask it.
 *
 * @returns undefined when the server has no such session
 * @throws DatabaseError when the server does not answer
 * @internal
 */
export async function lookAtEnding(
  control: Connection,
  session: ServerSession,
): Promise<(SessionActivity & { undoing: boolean }) | undefined> {
  const doing = await findSession(control, session);
  return (
    doing && {
      ...doing,
      undoing:
        doing.busy &&
        (/roll(ing )?back/i.test(doing.text) ||
          (await isUndoing(control, session))),
    }
  );
}

async function isUndoing(
  control: Connection,
  session: ServerSession,
): Promise<boolean> {
  const transactions = await queryRows(
    control,
    `SELECT trx_state, trx_operation_state FROM information_schema.INNODB_TRX
      WHERE trx_mysql_thread_id = ${session.connectionId}`,
  ).catch(ignoreRefusal);
  return transactions.some(
    ([state, operation]) =>
      state === 'ROLLING BACK' || /^rollback/i.test(operation ?? ''),
  );
}

function ignoreRefusal(error: unknown): (string | null)[][] {
  if (error instanceof DatabaseError && !error.connectionLost) {
    return [];
  }
  throw error;
}
