import { formatTsv } from './formatTsv';

const columns = [
  { name: 'id', type: 'BIGINT' },
  { name: 'a "note"', type: 'VARCHAR' },
];

describe('formatTsv', () => {
  it('quotes what would be taken for another cell', () => {
    const rows = [
      ['1', 'a\tb'],
      ['2', 'c\n"d"'],
      [null, ''],
    ];
    expect(formatTsv({ columns, rows }, false)).toBe(
      '1\t"a\tb"\n2\t"c\n""d"""\n\t',
    );
  });

  it('begins with the names of the columns when they are wanted', () => {
    expect(formatTsv({ columns, rows: [['1', 'x']] }, true)).toBe(
      'id\t"a ""note"""\n1\tx',
    );
  });

  it('leaves a single value as it is', () => {
    const single = { columns: [columns[1]], rows: [['a\t"b"']] };
    expect(formatTsv(single, false)).toBe('a\t"b"');
  });
});
