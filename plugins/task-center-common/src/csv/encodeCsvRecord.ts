import { ResultRow } from '../model';
import { createCsvEncoder } from './createCsvEncoder';

const encode = createCsvEncoder();

/**
 * One record of CSV (RFC 4180, lines ended by a line feed). NULL is an empty field, an empty string is `""`.
 *
 * @public
 */
export function encodeCsvRecord(row: ResultRow): string {
  return encode(row);
}
