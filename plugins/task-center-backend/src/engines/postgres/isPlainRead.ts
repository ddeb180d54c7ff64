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
 * Where the first word of a statement begins. Behind a nested comment it may be too early.
 *
 * @internal
 */
export function skipCommentsAndParentheses(sql: string): number {
  const skippable = /\s+|\(|--[^\n]*|\/\*[^]*?\*\//y;
  let end = 0;
  while (skippable.test(sql)) {
    end = skippable.lastIndex;
  }
  return end;
}
