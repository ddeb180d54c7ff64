import { SqlDialect } from 'backstage-plugin-task-center-common';

/**
 * A name as the database takes it whatever is in it.
 *
 * @internal
 */
export function quoteIdentifier(name: string, dialect: SqlDialect): string {
  const quote = dialect === 'mysql' ? '`' : '"';
  return `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;
}
