import { DatabaseError } from 'backstage-plugin-task-center-node';

const SYNTAX_ERROR = '1064';
const EXCERPT = /^([^]* near ')([^]*)(' at line \d+)$/;

/**
 * Takes the neighbours of a statement in its request out of what the server says against it: a syntax error quotes the
 * text from where it stands.
 *
 * @internal
 */
export function soundAlone(error: DatabaseError, sql: string): DatabaseError {
  const parts = error.code === SYNTAX_ERROR && EXCERPT.exec(error.message);
  if (!parts) {
    return error;
  }
  const [, before, excerpt, after] = parts;
  const own = sql.includes(excerpt) ? undefined : ownPart(excerpt, sql);
  const { code, sqlState } = error;
  return own === undefined
    ? error
    : new DatabaseError(`${before}${own}${after}`, { code, sqlState });
}

function ownPart(excerpt: string, sql: string): string | undefined {
  for (
    let end = excerpt.indexOf(';');
    end >= 0;
    end = excerpt.indexOf(';', end + 1)
  ) {
    const own = excerpt.slice(0, end);
    if (sql.endsWith(own)) {
      return own;
    }
  }
  return undefined;
}
