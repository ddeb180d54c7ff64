/** Nothing in it can end a quote, a comment or a parenthesis in which the WHERE might stand. */
const PLAIN_CONDITION = /^WHERE\s+(?!TRUE\b)[a-z_][\w.\s=<>!,+%-]*$/i;
const LONGEST_CONDITION = 200;
const LINE_COMMENT = /--|#/;

/**
 * Says quickly of the most frequent UPDATE and DELETE that they have a WHERE. Of others it says no, which means nothing.
 *
 * @internal
 */
export function isPlainlyBounded(word: string, sql: string): boolean {
  if (word !== 'UPDATE' && word !== 'DELETE') {
    return false;
  }
  const end = sql.slice(-LONGEST_CONDITION);
  const at = Math.max(end.lastIndexOf('WHERE'), end.lastIndexOf('where'));
  if (at < 0 || !PLAIN_CONDITION.test(end.slice(at))) {
    return false;
  }
  const where = sql.length - end.length + at;
  const line = sql.slice(sql.lastIndexOf('\n', where) + 1, where);
  return !LINE_COMMENT.test(line) && /(?:^|[^\w\r])$/.test(line);
}
