import { changeSort, nextDirection } from './changeSort';

describe('changeSort', () => {
  const sort = [{ column: 1 }, { column: 2, descending: true }];

  it('sorts by one column', () => {
    expect(changeSort(sort, 3, 'ascending', false)).toEqual([{ column: 3 }]);
    expect(changeSort(sort, 1, 'none', false)).toEqual([]);
  });

  it('adds a column behind the others', () => {
    expect(changeSort(sort, 3, 'descending', true)).toEqual([
      ...sort,
      { column: 3, descending: true },
    ]);
  });

  it('turns a column round in its place, or takes it out', () => {
    expect(changeSort(sort, 1, 'descending', true)).toEqual([
      { column: 1, descending: true },
      sort[1],
    ]);
    expect(changeSort(sort, 1, 'none', true)).toEqual([sort[1]]);
  });

  it('goes round: ascending, descending, none', () => {
    expect(nextDirection(sort, 0)).toBe('ascending');
    expect(nextDirection(sort, 1)).toBe('descending');
    expect(nextDirection(sort, 2)).toBe('none');
  });
});
