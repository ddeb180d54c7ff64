import { ResultRow } from 'backstage-plugin-task-center-common';

/**
 * One record of CSV (RFC 4180, ended by a line feed), as in the download of all results: NULL is an empty field, an
 * empty text is `""`.
 *
 * @internal
 */
export function toCsvRecord(row: ResultRow): string {
  return `${row.map(toField).join(',')}\n`;
}

function toField(value: string | null): string {
  if (value === null) {
    return '';
  }
  return value === '' || /[",\n\r]/.test(value)
    ? `"${value.replaceAll('"', '""')}"`
    : value;
}
