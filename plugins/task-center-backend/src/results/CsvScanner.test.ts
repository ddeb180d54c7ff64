import { encodeCsvRecord } from 'backstage-plugin-task-center-common';
import { createAwkwardRows } from './__testUtils__/createAwkwardRows';
import { parseCsvRecords } from './parseCsvRecords';
import { CsvScanner } from './CsvScanner';

describe('CsvScanner', () => {
  it.each([1, 2, 5])('reads what was written, with %p columns', columns => {
    const rows = createAwkwardRows(columns);
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
    const rows = createAwkwardRows(4);
    const text = rows.map(encodeCsvRecord).join('');
    const scanner = CsvScanner.create(text, [false, true, false]);
    for (const row of rows) {
      expect(scanner.next()).toBe(true);
      expect(scanner.fields).toEqual([null, row[1]]);
    }
    expect(scanner.next()).toBe(false);
  });
});
