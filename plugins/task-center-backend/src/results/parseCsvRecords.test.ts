import {
  encodeCsvRecord,
  ResultRow,
} from 'backstage-plugin-task-center-common';
import { parseCsvRecords } from './parseCsvRecords';

const rows: ResultRow[] = [
  ['a', 'b', 'c'],
  [null, '', ' '],
  ['', '', ''],
  [null, null, null],
  ['"', '""', 'a"b'],
  [',', '\n', '\r\n'],
  ['line\nbreak', "it's", '🙂,é'],
  ['\0', '\ud800', '0x00ff'],
  ['ends with a comma,', ',', '"quoted"'],
];

describe('csv', () => {
  it('tells NULL from an empty string', () => {
    expect(encodeCsvRecord([null, '', 'x'])).toBe(',"",x\n');
  });

  it('quotes what needs it', () => {
    expect(encodeCsvRecord(['a"b', 'c,d', 'e\nf', 'g\rh', 'i'])).toBe(
      '"a""b","c,d","e\nf","g\rh",i\n',
    );
  });

  it('reads back what it wrote', () => {
    const text = rows.map(encodeCsvRecord).join('');
    expect([...parseCsvRecords(text)]).toEqual(rows);
  });

  it('reads back single columns', () => {
    const single: ResultRow[] = [[null], [''], ['x'], [null]];
    const text = single.map(encodeCsvRecord).join('');
    expect([...parseCsvRecords(text)]).toEqual(single);
  });
});
