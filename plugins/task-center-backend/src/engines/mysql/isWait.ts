// What the server breaks off when it is told to, and may then answer as if it had come to its end.
const WAITS =
  '(?:sleep|benchmark|get_lock|(?:master|source)_pos_wait|master_gtid_wait|wait_for_executed_gtid_set|wait_until_sql_thread_after_gtids)\\s*\\(';

// No stored function can be called by one of these names without that of its database.
const FUNCTIONS =
  '(?:if|ifnull|nullif|isnull|coalesce|concat|now|rand|md5|sha1|sha2)\\s*\\(';

const COMMENTS = '\\s+|#[^\\n]*|--(?=\\s)[^\\n]*|/\\*(?![!M+])[^]*?\\*/';
const VALUES = "\\d*\\.?\\d+|'[^'\\\\]*'|@\\w+";
const OPERATORS = '(?:select|and|or|not)\\b|[(),+*/%<>=-]';

// A column's, say. What can write, or hides what can, comes behind one of the others.
const NAMES =
  'from\\s+dual\\b|(?!(?:from|into|for|table|next|previous)\\b)[a-z_]\\w*\\b(?!\\s*[.(])';

const BEGINNING = new RegExp(`(?:${COMMENTS}|\\()*(?:select|do)\\b`, 'iy');
const PIECE = new RegExp(
  [COMMENTS, VALUES, OPERATORS, FUNCTIONS, NAMES].join('|'),
  'iy',
);
const WAIT = new RegExp(WAITS, 'iy');

/**
 * Whether a statement does nothing but wait, so that it cannot have changed anything when it was broken off. When in
 * doubt it does more.
 *
 * @internal
 */
export function isWait(sql: string): boolean {
  let waits = false;
  let at = endOf(BEGINNING, sql, 0);
  while (at !== undefined && at < sql.length) {
    const afterWait = endOf(WAIT, sql, at);
    waits ||= afterWait !== undefined;
    at = afterWait ?? endOf(PIECE, sql, at);
  }
  return waits && at !== undefined;
}

/** Where the match ends that begins at a place, if there is one. */
function endOf(sticky: RegExp, sql: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(sql) ? sticky.lastIndex : undefined;
}
