/**
 * How many rows a statement changed, by the tag with which the server says that it is done: `UPDATE 3`. Undefined where
 * that has no meaning.
 *
 * @param returnsRows - whether it had a result set: `SELECT 3` is then what was read, and otherwise what a `CREATE TABLE
 * … AS` wrote
 * @internal
 */
export function affectedRowsOf(
  tag: string,
  returnsRows: boolean,
): number | undefined {
  // Nearly all of them, so not with a regular expression.
  if (tag.startsWith('INSERT 0 ')) {
    return Number(tag.slice(9));
  }
  if (tag.startsWith('UPDATE ') || tag.startsWith('DELETE ')) {
    return Number(tag.slice(7));
  }
  const [, command, rows] = /^([A-Z ]+?)(?: \d+)*? (\d+)$/.exec(tag) ?? [];
  const reads = command === 'SELECT' || command === 'COPY';
  return rows === undefined || command === 'FETCH' || (reads && returnsRows)
    ? undefined
    : Number(rows);
}
