import { formatCsv } from './formatCsv';

const columns = [
  { name: 'id', type: 'BIGINT' },
  { name: 'note', type: 'VARCHAR' },
];
const rows = [
  ['1', 'a,"b"'],
  [null, ''],
];

describe('formatCsv', () => {
  it('writes what a download would', () => {
    expect(formatCsv({ columns, rows }, true)).toBe(
      'id,note\n1,"a,""b"""\n,""\n',
    );
  });

  it('leaves the names out', () => {
    expect(formatCsv({ columns, rows }, false)).toBe('1,"a,""b"""\n,""\n');
  });
});
