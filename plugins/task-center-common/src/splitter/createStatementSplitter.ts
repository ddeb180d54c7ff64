import { SqlDialect } from '../model';
import { StatementSplitter } from './StatementSplitter';

/**
 * @public
 */
export interface CreateStatementSplitterOptions {
  dialect: SqlDialect;
  /** What ends a statement. Default: `;`. */
  delimiter?: string;
}

/**
 * Creates a splitter for one script.
 *
 * @throws TypeError when the delimiter is blank or contains white space or a backslash.
 * @public
 */
export function createStatementSplitter(
  _options: CreateStatementSplitterOptions,
): StatementSplitter {
  throw new Error('not there yet');
}
