import { ResultRow } from 'backstage-plugin-task-center-common';

/**
 * Rows as spreadsheets take them from the clipboard. NULL becomes an empty field.
 *
 * @internal
 */
export function toTsv(rows: ResultRow[]): string {
  if (rows.length === 1 && rows[0].length === 1) {
    return rows[0][0] ?? '';
  }
  return rows.map(row => row.map(field).join('\t')).join('\n');
}

function field(value: string | null): string {
  const text = value ?? '';
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
