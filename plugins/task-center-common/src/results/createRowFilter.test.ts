import { ResultFilter, ResultRow } from '../model';
import { createRowFilter } from './createRowFilter';

const COLUMNS = [
  { name: 'id', type: 'INT' },
  { name: 'name', type: 'VARCHAR' },
  { name: 'price', type: 'numeric(40,2)' },
];

const ROWS: ResultRow[] = [
  ['1', 'Ada', '10.00'],
  ['2', 'ada lovelace', '9'],
  ['3', null, null],
  ['4', 'Straße (x*)', '123456789012345678901234567890.01'],
  ['5', '', '-1'],
  ['6', 'ΟΔΟΣ', 'NaN'],
];

function passing(...filters: ResultFilter[]): string {
  const passes = createRowFilter(COLUMNS, filters);
  return ROWS.filter(passes)
    .map(([id]) => id)
    .join('');
}

describe('createRowFilter', () => {
  it.each<[Omit<ResultFilter, 'column'>, string]>([
    [{ operator: 'contains', value: 'ADA' }, '12'],
    [{ operator: 'contains', value: '(X*)' }, '4'],
    [{ operator: 'contains', value: 'δος' }, '6'],
    [{ operator: 'contains', value: 'δοσ' }, '6'],
    [{ operator: 'contains', value: '' }, '12456'],
    [{ operator: 'notContains', value: 'ADA' }, '3456'],
    [{ operator: 'startsWith', value: 'a' }, '12'],
    [{ operator: 'startsWith', value: 'da' }, ''],
    [{ operator: 'equals', value: 'ada' }, ''],
    [{ operator: 'equals', value: 'Ada' }, '1'],
    [{ operator: 'equals', value: '' }, '5'],
    [{ operator: 'notEquals', value: 'Ada' }, '23456'],
    [{ operator: 'lessThan', value: 'B' }, '125'],
    [{ operator: 'greaterThan', value: 'b' }, '46'],
    [{ operator: 'isNull' }, '3'],
    [{ operator: 'isNotNull' }, '12456'],
  ])('tests texts with %j', (filter, ids) => {
    expect(passing({ column: 1, ...filter })).toBe(ids);
  });

  it.each<[Omit<ResultFilter, 'column'>, string]>([
    [{ operator: 'equals', value: '10' }, '1'],
    [{ operator: 'equals', value: '1e1' }, '1'],
    [{ operator: 'equals', value: 'ten' }, ''],
    [{ operator: 'notEquals', value: '10' }, '23456'],
    [{ operator: 'lessThan', value: '10' }, '25'],
    [
      { operator: 'lessThan', value: '123456789012345678901234567890.02' },
      '1245',
    ],
    [
      { operator: 'greaterThan', value: '123456789012345678901234567890' },
      '46',
    ],
    [{ operator: 'contains', value: '0.0' }, '14'],
    [{ operator: 'startsWith', value: '1' }, '14'],
  ])('tests numbers with %j', (filter, ids) => {
    expect(passing({ column: 2, ...filter })).toBe(ids);
  });

  it('asks one column, or all where it says not, when none is named', () => {
    expect(passing({ operator: 'contains', value: '1' })).toBe('145');
    expect(passing({ operator: 'notContains', value: '1' })).toBe('236');
    expect(passing({ operator: 'equals', value: '9' })).toBe('2');
    expect(passing({ operator: 'isNull' })).toBe('3');
    expect(passing({ operator: 'isNotNull' })).toBe('12456');
  });

  it('asks for all filters', () => {
    expect(passing()).toBe('123456');
    expect(
      passing(
        { column: 1, operator: 'contains', value: 'a' },
        { column: 2, operator: 'greaterThan', value: '9' },
      ),
    ).toBe('14');
  });
});
