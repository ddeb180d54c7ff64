import {
  createStatementSplitter,
  SqlDialect,
} from 'backstage-plugin-task-center-common';

/**
 * The number of the statement at a place of a script: the one that has begun there, or else the one that has ended last.
 * Takes time linear in what stands before the place.
 *
 * @returns 0 where there is none yet
 * @internal
 */
export function findStatementAt(
  sql: string,
  offset: number,
  rules: { dialect: SqlDialect; delimiter: string },
): number {
  // The character at the cursor may be the first of a statement.
  const before = sql.slice(0, offset) + sql.slice(offset, offset + 1).trim();
  try {
    const splitter = createStatementSplitter(rules);
    return splitter.push(before).length + splitter.end().length;
  } catch {
    return 0;
  }
}
