import {
  createStatementSplitter,
  SqlDialect,
} from 'backstage-plugin-task-center-common';

/**
 * Where the statements of a script begin, as the service has numbered them.
 *
 * @returns no marks where the script cannot be split
 * @internal
 */
export function markStatements(
  sql: string,
  rules: { dialect: SqlDialect; delimiter: string },
): { statement: number; line: number }[] {
  try {
    const splitter = createStatementSplitter(rules);
    const statements = [...splitter.push(sql), ...splitter.end()];
    return statements.map(({ line }, i) => ({ statement: i + 1, line }));
  } catch {
    return [];
  }
}
