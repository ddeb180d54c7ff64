const COMMENT_MARKS = /\/\*|\*\//g;

/**
 * Where a comment of PostgreSQL ends, in which others can be nested: the position behind its last mark, or the length of
 * the text where it has none.
 *
 * @param from - the position behind the mark that begins the comment
 * @public
 */
export function endOfNestedComment(sql: string, from: number): number {
  COMMENT_MARKS.lastIndex = from;
  for (let depth = 1; depth > 0; ) {
    const mark = COMMENT_MARKS.exec(sql)?.[0];
    if (!mark) {
      return sql.length;
    }
    depth += mark === '/*' ? 1 : -1;
  }
  return COMMENT_MARKS.lastIndex;
}
