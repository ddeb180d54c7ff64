import {
  formatHidden,
  formatSort,
  parseHidden,
  parseSort,
} from './gridQueryParams';

describe('an order in the address', () => {
  it('comes back as it was', () => {
    const sort = [{ column: 3 }, { column: 0, descending: true }];
    expect(formatSort(sort)).toBe('4,-1');
    expect(parseSort('4,-1', 4)).toEqual(sort);
  });

  it('is taken as far as it makes sense', () => {
    expect(parseSort('9,x,0,2,-2,,1.5', 3)).toEqual([{ column: 1 }]);
    expect(parseSort(null, 3)).toEqual([]);
    expect(parseSort('', 3)).toEqual([]);
  });
});

describe('hidden columns in the address', () => {
  it('come back as they were', () => {
    expect(formatHidden([8, 2, 6, 7])).toBe('3,7-9');
    expect([...parseHidden('3,7-9', 20)]).toEqual([2, 6, 7, 8]);
  });

  it('are taken as far as they make sense', () => {
    expect([...parseHidden('0,2-999999999,x,5-4', 4)]).toEqual([1, 2, 3]);
    expect([...parseHidden(null, 4)]).toEqual([]);
  });

  it('always leave one column to be seen', () => {
    expect([...parseHidden('1-4', 4)]).toEqual([]);
  });
});
