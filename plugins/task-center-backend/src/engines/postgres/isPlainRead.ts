const WRITES = /\b(into|insert|update|delete|merge|share)\b/i;

/**
 * Whether the text of a statement says that it only reads, so that ending it early loses nothing but rows. When in
 * doubt it does not. It does not see what the functions do that it calls: {@link mayWrite}.
 *
 * @internal
 */
export function isPlainRead(sql: string): boolean {
  const start = skipCommentsAndParentheses(sql);
  return (
    /^(select|with|table|values)\b/i.test(sql.slice(start, start + 10)) &&
    !WRITES.test(sql)
  );
}

/**
 * Where the first word of a statement begins.
 *
 * @internal
 */
export function skipCommentsAndParentheses(sql: string): number {
  const skippable = /\s+|\(|--[^\r\n]*|\/\*/y;
  let end = 0;
  for (let match = skippable.exec(sql); match; match = skippable.exec(sql)) {
    end =
      match[0] === '/*'
        ? endOfComment(sql, skippable.lastIndex)
        : skippable.lastIndex;
    skippable.lastIndex = end;
  }
  return end;
}

// Comments can be nested.
function endOfComment(sql: string, from: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from;
  for (let depth = 1; depth > 0; ) {
    const match = mark.exec(sql);
    if (!match) {
      return sql.length;
    }
    depth += match[0] === '/*' ? 1 : -1;
  }
  return mark.lastIndex;
}
