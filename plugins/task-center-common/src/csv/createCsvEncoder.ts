import { ResultRow } from '../model';

/**
 * Makes a function that writes one record of CSV (RFC 4180, lines ended by a line feed). An empty text is `""`.
 *
 * @param options - `separator` is one character (default: a comma). `nullText` stands for NULL (default: an empty field)
 * and holds neither quotes, separators nor ends of lines; a text that reads the same is put in quotes
 * @public
 */
export function createCsvEncoder(
  options: { separator?: string; nullText?: string } = {},
): (row: ResultRow) => string {
  const { separator = ',', nullText = '' } = options;
  const needsQuotes = new RegExp(`["\\n\\r${separator}]`);

  return row => {
    let record = '';
    for (let index = 0; index < row.length; index++) {
      if (index > 0) {
        record += separator;
      }
      const value = row[index];
      if (value === null) {
        record += nullText;
      } else if (value === '' || value === nullText) {
        record += `"${value}"`;
      } else {
        record += needsQuotes.test(value)
          ? `"${value.replaceAll('"', '""')}"`
          : value;
      }
    }
    return `${record}\n`;
  };
}
