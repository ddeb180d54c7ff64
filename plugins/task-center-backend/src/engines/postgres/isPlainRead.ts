import { endOfNestedComment } from 'backstage-plugin-task-center-common';

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
        ? endOfNestedComment(sql, skippable.lastIndex)
        : skippable.lastIndex;
    skippable.lastIndex = end;
  }
  return end;
}
