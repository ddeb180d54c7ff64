import {
  createStatementSplitter,
  CreateStatementSplitterOptions,
} from './createStatementSplitter';

/**
 * Counts the statements of a whole script, in time linear in its length.
 *
 * @throws TypeError as `createStatementSplitter` does, ScriptError as `StatementSplitter.push` does.
 * @public
 */
export function countStatements(
  script: string,
  options: CreateStatementSplitterOptions,
): number {
  const splitter = createStatementSplitter(options);
  return splitter.push(script).length + splitter.end().length;
}
