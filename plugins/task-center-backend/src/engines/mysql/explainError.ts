import { DatabaseError } from 'backstage-plugin-task-center-node';
import { SessionConnection } from './SessionConnection';
import { hasStatus, withoutStatus } from './wire';
import { mayUndoAll, withConsequences } from './withConsequences';

/**
 * Finds out what an error of the server means for the statement and for the transaction of the session, and takes note
 * of the latter.
 *
 * @internal
 */
export async function explainError(
  error: DatabaseError,
  server: SessionConnection,
  statement: {
    sql: string;
    /** Whether the server undoes a whole transaction when a lock is not free in time. */
    rollbackOnTimeout: boolean;
    /** Whether rows of it were handed over already. */
    hasDelivered: boolean;
  },
): Promise<DatabaseError> {
  const inTransaction = hasStatus(server.status, 'inTransaction');
  const isGone =
    inTransaction &&
    mayUndoAll(error) &&
    (await server.askInTransaction()) === false;
  const explained = withConsequences(error, {
    ...statement,
    inTransaction,
    isGone,
  });
  if (explained.transactionLost) {
    server.status = withoutStatus(server.status, 'inTransaction');
  }
  return explained;
}
