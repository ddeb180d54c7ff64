import { SqlDialect } from '../model';
import { checkDelimiter } from './checkDelimiter';
import { MysqlStatementSplitter } from './mysql';
import { PostgresStatementSplitter } from './postgres';
import { SqliteStatementSplitter } from './sqlite';
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
 * Creates a splitter for one script. It gives ASCII characters alone a meaning, so a script can be pushed as text or,
 * one character for each byte (`latin1`), as the bytes of its UTF-8 form.
 *
 * - `mysql` yields what the `mysql` command-line client would send in batch mode. Comments inside a statement stay,
 *   comments before it do not; a CRLF inside quotes stays, elsewhere it becomes LF as with the client. `use x` becomes
 *   a statement, `quit` ends the script, and a command that only the client can obey is a {@link ScriptError}.
 * - `postgres` yields what `psql` would send for a script that it reads from a file, without its variables: with dollar
 *   quotes, nested comments, `BEGIN ATOMIC … END` in one piece and no end within parentheses. A command that only psql
 *   can obey and `COPY … FROM STDIN` are a {@link ScriptError}. With another delimiter than `;` only that delimiter ends
 *   a statement.
 * - `sqlite` yields what the `sqlite3` shell would run, `CREATE TRIGGER … END` in one piece. With another delimiter
 *   than `;` only that delimiter ends a statement, so triggers need no rule of their own.
 *
 * @throws TypeError when the delimiter is blank or contains white space or a backslash.
 * @public
 */
export function createStatementSplitter(
  options: CreateStatementSplitterOptions,
): StatementSplitter {
  const delimiter = checkDelimiter(options.delimiter ?? ';');
  switch (options.dialect) {
    case 'mysql':
      return new MysqlStatementSplitter(delimiter);
    case 'postgres':
      return new PostgresStatementSplitter(delimiter);
    case 'sqlite':
      return new SqliteStatementSplitter(delimiter);
    default:
      throw new TypeError(`There is no SQL dialect '${options.dialect}'.`);
  }
}
