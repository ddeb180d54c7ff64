import { ResultRow } from '../model';

const NEEDS_QUOTES = /[",\n\r]/;

/**
 * One record of CSV (RFC 4180, lines ended by a line feed). NULL is an empty field, an empty string is `""`.
 *
 * @public
 */
export function encodeCsvRecord(row: ResultRow): string {
  let record = '';
  for (let index = 0; index < row.length; index++) {
    if (index > 0) {
      record += ',';
    }
    const value = row[index];
    if (value === '') {
      record += '""';
    } else if (value !== null) {
      record += NEEDS_QUOTES.test(value)
        ? `"${value.replaceAll('"', '""')}"`
        : value;
    }
  }
  return `${record}\n`;
}
