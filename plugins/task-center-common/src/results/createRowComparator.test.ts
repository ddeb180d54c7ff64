import { ResultRow, ResultSort } from '../model';
import { createRowComparator } from './createRowComparator';

const COLUMNS = [
  { name: 'id', type: 'INT' },
  { name: 'name', type: 'VARCHAR' },
  { name: 'price', type: 'DECIMAL' },
];

const ROWS: ResultRow[] = [
  ['1', 'Bob', '10'],
  ['2', 'ada', '9'],
  ['3', null, '9.0'],
  ['4', 'Ada', null],
  ['5', 'ada', '-100000000000000000000000000001'],
  ['6', null, '-100000000000000000000000000000'],
];

function sorted(...sort: ResultSort[]): string {
  const rows = ROWS.slice().sort(createRowComparator(COLUMNS, sort));
  return rows.map(([id]) => id).join('');
}

describe('createRowComparator', () => {
  it('leaves rows as they are when nothing is asked for', () => {
    expect(sorted()).toBe('123456');
  });

  it('sorts by a column, NULL first, equal rows in their order', () => {
    expect(sorted({ column: 1 })).toBe('364251');
    expect(sorted({ column: 2 })).toBe('456231');
  });

  it('turns round, and leaves equal rows in their order', () => {
    expect(sorted({ column: 1, descending: true })).toBe('125436');
    expect(sorted({ column: 2, descending: true })).toBe('123654');
  });

  it('sorts by several columns', () => {
    const name = { column: 1 };
    expect(sorted(name, { column: 2 })).toBe('634521');
    expect(sorted(name, { column: 2, descending: true })).toBe('364251');
    expect(sorted({ column: 2 }, { column: 0, descending: true })).toBe(
      '456321',
    );
  });

  it('takes a value that a row lacks for NULL', () => {
    const compare = createRowComparator(COLUMNS, [{ column: 2 }]);
    expect(compare(['1'], ['1', 'a', '1'])).toBeLessThan(0);
    expect(compare(['1'], ['1', 'a', null])).toBe(0);
  });
});
