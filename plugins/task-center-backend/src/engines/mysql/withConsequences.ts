import { DatabaseError } from 'backstage-plugin-task-center-node';
import { COMMENTS } from './comments';

const DEADLOCK = '1213';
const LOCK_WAIT_TIMEOUT = '1205';
const RECORD_CHANGED = '1020';

// Behind these the transaction may be gone or not: by the engine of the table, by a setting, or by what had failed. They
// are what InnoDB has no place for locks, a commit that fails, and one that a cluster refuses.
const MAY_UNDO_ALL = new Set([RECORD_CHANGED, '1206', '1180', '3101']);

// Not those that may have done part of their work for good, or that have committed something, by the time they fail.
// Behind SET STATEMENT stands any other statement.
const TAKES_EFFECT_AS_ONE = new RegExp(
  `^(?:${COMMENTS}\\()*${COMMENTS}(?:insert|replace|update|delete|select|with|table|values|load|do|set(?!${COMMENTS}(?:statement\\b|/\\*))|create|alter|drop|rename|truncate|lock)\\b`,
  'i',
);

/**
 * Whether only the server can say if it has undone the whole transaction together with a statement.
 *
 * @internal
 */
export function mayUndoAll({ code }: DatabaseError): boolean {
  return MAY_UNDO_ALL.has(code ?? '');
}

/**
 * Adds to what a server says against a statement what that means for it and for its transaction.
 *
 * @internal
 */
export function withConsequences(
  error: DatabaseError,
  context: {
    sql: string;
    /** Whether a transaction was open before the statement, undefined when that is not known. */
    inTransaction?: boolean;
    /** Whether the server says, asked because of {@link mayUndoAll}, that none is open any more. */
    isGone?: boolean;
    /** Whether the server undoes the whole transaction when a lock is not free in time. */
    rollbackOnTimeout: boolean;
    /** Whether rows of it were handed over already. */
    hasDelivered: boolean;
  },
): DatabaseError {
  const { message, code, sqlState, cause } = error;
  const transactionLost =
    context.inTransaction !== false && undoesAll(error, context);
  const passes =
    code === DEADLOCK ||
    code === LOCK_WAIT_TIMEOUT ||
    (code === RECORD_CHANGED && transactionLost);
  if (!passes && !transactionLost) {
    return error;
  }
  return new DatabaseError(message, {
    code,
    sqlState,
    cause,
    transient:
      passes && !context.hasDelivered && TAKES_EFFECT_AS_ONE.test(context.sql),
    transactionLost,
  });
}

function undoesAll(
  error: DatabaseError,
  context: { isGone?: boolean; rollbackOnTimeout: boolean },
): boolean {
  switch (error.code) {
    case DEADLOCK:
      return true;
    case LOCK_WAIT_TIMEOUT:
      return context.rollbackOnTimeout;
    default:
      return mayUndoAll(error) && context.isGone === true;
  }
}
