import { CopyTable } from './CopyTable';

/**
 * Rows as spreadsheets take them from the clipboard. NULL becomes an empty field.
 *
 * @internal
 */
export function formatTsv(table: CopyTable, withNames: boolean): string {
  const { columns, rows } = table;
  if (!withNames && rows.length === 1 && rows[0].length === 1) {
    return rows[0][0] ?? '';
  }
  const names = withNames ? [columns.map(({ name }) => name)] : [];
  return [...names, ...rows].map(row => row.map(field).join('\t')).join('\n');
}

function field(value: string | null): string {
  const text = value ?? '';
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
