import { COMMENTS } from './comments';
import { isOneStatement } from './isOneStatement';

const LONGEST = 64 * 1024;

// A BEGIN with anything but WORK behind it is a block of statements, COMMIT RELEASE ends the session, and among several
// assignments may be one to a setting.
const SHORT_STATEMENTS = [
  '(?:insert|replace|update|delete)\\s',
  'set\\s+@[\\w$.]+\\s*:?=[^,]*$',
  'begin(?:\\s+work)?\\s*$',
  'start\\s+transaction\\b',
  'savepoint\\s',
  'release\\s+savepoint\\s',
  '(?:commit|rollback)\\b(?![^]*\\brelease\\b)',
];

const SHORT = new RegExp(`^${COMMENTS}(?:${SHORT_STATEMENTS.join('|')})`, 'i');

// What returns rows after all, and functions whose purpose is to wait.
const NOT_SHORT =
  /returning|sleep|benchmark|get_lock|release_lock|release_all_locks|_pos_wait|gtid_wait|wait_for_executed_gtid/i;

/**
 * Whether a statement may share a request with others, by its text.
 *
 * @param backslashEscapes - whether a backslash in a string hides the character behind it
 * @internal
 */
export function isBatchable(sql: string, backslashEscapes: boolean): boolean {
  return (
    sql.length <= LONGEST &&
    SHORT.test(sql) &&
    !NOT_SHORT.test(sql) &&
    isOneStatement(sql, backslashEscapes)
  );
}
