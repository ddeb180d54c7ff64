import {
  encodeCsvRecord,
  ResultRow,
} from 'backstage-plugin-task-center-common';
import { createRandom } from '../__testUtils__/createRandom';
import { parseCsvRecords } from './parseCsvRecords';
import { CsvScanner } from './CsvScanner';

const VALUES = [
  ...[null, '', 'x', '"', '""', ',', '\n', 'a"b', ',,"",\n\n"'],
  ...['x'.repeat(63), 'x'.repeat(64), 'x'.repeat(65), 'long '.repeat(100)],
  ...['"'.repeat(100), ','.repeat(100), 'é€🙂'],
];

function createRows(columns: number): ResultRow[] {
  const random = createRandom(columns);
  return Array.from({ length: 500 }, () =>
    Array.from({ length: columns }, () => random.pick(VALUES)),
  );
}

describe('CsvScanner', () => {
  it.each([1, 2, 5])('reads what was written, with %p columns', columns => {
    const rows = createRows(columns);
    const text = rows.map(encodeCsvRecord).join('');
    expect([...parseCsvRecords(text)]).toEqual(rows);

    const scanner = CsvScanner.create(text, Array(columns).fill(true));
    for (const row of rows) {
      expect(scanner.next()).toBe(true);
      expect(scanner.fields).toEqual(row);
      expect(scanner.record).toBe(encodeCsvRecord(row));
    }
    expect(scanner.next()).toBe(false);
  });

  it('takes only the fields that are wanted', () => {
    const rows = createRows(4);
    const text = rows.map(encodeCsvRecord).join('');
    const scanner = CsvScanner.create(text, [false, true, false]);
    for (const row of rows) {
      expect(scanner.next()).toBe(true);
      expect(scanner.fields).toEqual([null, row[1]]);
    }
    expect(scanner.next()).toBe(false);
  });
});
