import { DatabaseError } from 'backstage-plugin-task-center-node';

const DEADLOCK = '1213';
const LOCK_WAIT_TIMEOUT = '1205';

// Not those that may have done part of their work for good, or that have committed something, by the time they fail.
const TAKES_EFFECT_AS_ONE =
  /^(?:\s|\(|#[^\n]*\n|--(?:[^\S\n][^\n]*)?\n|\/\*(?![!M+])(?:[^*]|\*(?!\/))*\*\/)*(?:insert|replace|update|delete|select|with|table|values|load|do|set|create|alter|drop|rename|truncate|lock)\b/i;

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
    /** Whether the server undoes the whole transaction when a lock is not free in time. */
    rollbackOnTimeout: boolean;
    /** Whether rows of it were handed over already. */
    hasDelivered: boolean;
  },
): DatabaseError {
  const { message, code, sqlState, cause } = error;
  if (code !== DEADLOCK && code !== LOCK_WAIT_TIMEOUT) {
    return error;
  }
  const undoes = code === DEADLOCK || context.rollbackOnTimeout;
  return new DatabaseError(message, {
    code,
    sqlState,
    cause,
    transient: !context.hasDelivered && TAKES_EFFECT_AS_ONE.test(context.sql),
    transactionLost: undoes && context.inTransaction !== false,
  });
}
