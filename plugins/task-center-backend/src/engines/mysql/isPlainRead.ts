// What a statement that begins like a query may still change or keep.
const SIDE_EFFECTS =
  /:=|\b(into|for\s+update|for\s+share|lock\s+in\s+share|nextval|setval|next\s+value|get_lock|release_lock|release_all_locks|sleep)\b/i;

/**
 * Whether a statement only reads, so that ending it early loses nothing but rows. When in doubt it does not. It cannot
 * see what a stored function does.
 *
 * @internal
 */
export function isPlainRead(sql: string): boolean {
  const start = skipCommentsAndParentheses(sql);
  return (
    /^(select|with|table|values)\b/i.test(sql.slice(start, start + 10)) &&
    !SIDE_EFFECTS.test(sql)
  );
}

function skipCommentsAndParentheses(sql: string): number {
  const skippable = /\s+|\(|#[^\n]*|--(?=\s)[^\n]*|\/\*(?!M?!)[^]*?\*\//y;
  let end = 0;
  while (skippable.test(sql)) {
    end = skippable.lastIndex;
  }
  return end;
}
