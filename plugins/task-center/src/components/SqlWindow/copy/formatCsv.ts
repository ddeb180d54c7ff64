import { encodeCsvRecord } from 'backstage-plugin-task-center-common';
import { CopyTable } from './CopyTable';

/**
 * Rows as the CSV of a download has them: NULL is an empty field, an empty text is `""`.
 *
 * @internal
 */
export function formatCsv(table: CopyTable, withNames: boolean): string {
  const { columns, rows } = table;
  const names = withNames ? [columns.map(({ name }) => name)] : [];
  return [...names, ...rows].map(encodeCsvRecord).join('');
}
