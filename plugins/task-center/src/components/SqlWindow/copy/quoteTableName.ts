import { SqlDialect } from 'backstage-plugin-task-center-common';
import { quoteIdentifier } from './quoteIdentifier';

const PART = /`((?:[^`]|``)*)`|"((?:[^"]|"")*)"|([^.]+)/g;

/**
 * The name of a table as a person types it (`orders`, `shop.orders`, with quotes or without), quoted for the database.
 *
 * @internal
 */
export function quoteTableName(typed: string, dialect: SqlDialect): string {
  const parts = [...typed.trim().matchAll(PART)].map(
    ([, inBackticks, inQuotes, plain]) =>
      inBackticks?.replaceAll('``', '`') ??
      inQuotes?.replaceAll('""', '"') ??
      plain.trim(),
  );
  return parts.map(part => quoteIdentifier(part, dialect)).join('.');
}
