import { DatabaseError } from 'backstage-plugin-task-center-node';

const SYNTAX_ERROR = '1064';
const EXCERPT = / near '([^]*)' at line \d+$/;

/**
 * Whether what a server says against a statement of a batch quotes the statements behind it in the request. It does so
 * when it could not read the statement, and then it has not begun to run it.
 *
 * @internal
 */
export function quotesNeighbours(error: DatabaseError, sql: string): boolean {
  const excerpt =
    error.code === SYNTAX_ERROR && EXCERPT.exec(error.message)?.[1];
  if (!excerpt || sql.includes(excerpt)) {
    return false;
  }
  for (let end = excerpt.indexOf(';'); end >= 0; ) {
    if (sql.endsWith(excerpt.slice(0, end))) {
      return true;
    }
    end = excerpt.indexOf(';', end + 1);
  }
  return false;
}
