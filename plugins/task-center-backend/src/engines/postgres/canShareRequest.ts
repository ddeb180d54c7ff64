import { skipCommentsAndParentheses } from './isPlainRead';

const LONGEST = 64 * 1024;

/**
 * Whether a statement may go with others in one request: an INSERT, UPDATE or DELETE that returns no rows. When in doubt
 * it may not.
 *
 * Outside of a transaction each one is sent between a BEGIN and a COMMIT of its own, which is what the server does
 * for it anyway: the same defaults hold for the transaction, `now()` is the time at which it began, deferred constraints
 * and triggers are checked at its end, locks are freed then, and a failure anywhere undoes it alone. It could only be
 * told from one that was sent alone by what must not stand in a block, which is never one of these three, and no
 * function or trigger that they call can commit.
 *
 * @internal
 */
export function canShareRequest(sql: string): boolean {
  const start = skipCommentsAndParentheses(sql);
  return (
    sql.length < LONGEST &&
    /^(insert|update|delete)\s/i.test(sql.slice(start, start + 7)) &&
    !/returning/i.test(sql)
  );
}
