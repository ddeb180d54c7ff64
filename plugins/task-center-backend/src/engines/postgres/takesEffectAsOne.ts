import { skipCommentsAndParentheses } from './isPlainRead';

// What runs in the one transaction that the server gives it. No function that it calls can end that.
const QUERY =
  /^(select|insert|update|delete|merge|with|values|table|truncate)\b/i;
const DEFINITION = /^(create|alter|drop|refresh)\b/i;

// These are made in several transactions, or leave files or something on another server behind when they fail.
const MADE_IN_STEPS =
  /\b(concurrently|database|subscription|system|tablespace)\b/i;

const LONGEST_WORD = 16;

/**
 * Whether a statement that fails outside of a transaction has done nothing at all, so that it may be sent again. When in
 * doubt it may have: CALL and DO commit on their way, VACUUM, REINDEX and CLUSTER behind each table.
 *
 * @internal
 */
export function takesEffectAsOne(sql: string): boolean {
  const start = skipCommentsAndParentheses(sql);
  const first = sql.slice(start, start + LONGEST_WORD);
  return (
    QUERY.test(first) || (DEFINITION.test(first) && !MADE_IN_STEPS.test(sql))
  );
}
