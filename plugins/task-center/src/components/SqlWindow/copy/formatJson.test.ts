import { formatJson } from './formatJson';

const columns = [
  { name: 'id', type: 'BIGINT' },
  { name: 'note', type: 'VARCHAR' },
];

const parse = (text: string) => JSON.parse(text);

describe('formatJson', () => {
  it('writes an object for each row', () => {
    const rows = [
      ['1', 'a "quoted"\nline'],
      [null, ''],
    ];
    const text = formatJson({ columns, rows });
    expect(parse(text)).toEqual([
      { id: 1, note: 'a "quoted"\nline' },
      { id: null, note: '' },
    ]);
    expect(text).toBe(
      '[\n  {"id": 1, "note": "a \\"quoted\\"\\nline"},\n  {"id": null, "note": ""}\n]\n',
    );
  });

  it.each([
    ['9007199254740992', '9007199254740992'],
    ['9007199254740993', '"9007199254740993"'],
    ['12345678901234567890.0123456789', '"12345678901234567890.0123456789"'],
    ['0.10', '0.10'],
    ['-1200', '-1200'],
    ['1e308', '1e308'],
    ['1e999', '"1e999"'],
    ['007', '"007"'],
    ['NaN', '"NaN"'],
    ['-0', '"-0"'],
    ['0.0', '0.0'],
  ])('writes the number %s as %s', (value, expected) => {
    expect(formatJson({ columns: [columns[0]], rows: [[value]] })).toBe(
      `[\n  {"id": ${expected}}\n]\n`,
    );
  });

  it('loses no value to a name that is empty or there twice', () => {
    const names = ['a', 'a', '', 'a_2', 'column_3'];
    const table = {
      columns: names.map(name => ({ name, type: 'VARCHAR' })),
      rows: [['1', '2', '3', '4', '5']],
    };
    const [row] = parse(formatJson(table));
    expect(row).toEqual({
      a: '1',
      a_3: '2',
      column_3_2: '3',
      a_2: '4',
      column_3: '5',
    });
  });
});
