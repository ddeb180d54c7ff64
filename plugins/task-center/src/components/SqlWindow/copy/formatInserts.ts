import { SqlDialect } from 'backstage-plugin-task-center-common';
import { columnKind } from '../grid/columnKind';
import { CopyTable } from './CopyTable';
import { quoteIdentifier } from './quoteIdentifier';
import { quoteTableName } from './quoteTableName';
import { sqlLiteral } from './sqlLiteral';
import { uniqueNames } from './uniqueNames';

const ROWS_PER_STATEMENT = 100;

/**
 * Statements that insert the rows into a table.
 *
 * @param tableName - as a person types it
 * @internal
 */
export function formatInserts(
  { columns, rows }: CopyTable,
  tableName: string,
  dialect: SqlDialect,
): string {
  const kinds = columns.map(({ type }) => columnKind(type));
  const names = uniqueNames(columns.map(({ name }) => name))
    .map(name => quoteIdentifier(name, dialect))
    .join(', ');
  const head = `INSERT INTO ${quoteTableName(
    tableName,
    dialect,
  )} (${names}) VALUES`;
  const tuples = rows.map(row => {
    const values = row.map((value, i) => sqlLiteral(value, kinds[i], dialect));
    return `  (${values.join(', ')})`;
  });
  let text = '';
  for (let i = 0; i < tuples.length; i += ROWS_PER_STATEMENT) {
    const part = tuples.slice(i, i + ROWS_PER_STATEMENT);
    text += `${head}\n${part.join(',\n')};\n`;
  }
  return text;
}
