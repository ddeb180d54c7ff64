import { groupRuns } from './groupRuns';

function group(sizes: number[], fanIn: number, bytes: number) {
  const runs = sizes.map((largestSegment, number) => ({
    ...{ pass: 0, number, largestSegment },
  }));
  return groupRuns(runs, { fanIn, bytes }).map(each =>
    each.map(({ number }) => number),
  );
}

describe('groupRuns', () => {
  it('merges so many at once', () => {
    expect(group([], 3, 100)).toEqual([]);
    expect(group([1, 1, 1], 3, 100)).toEqual([[0, 1, 2]]);
    expect(group([1, 1, 1, 1, 1, 1, 1], 3, 100)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6],
    ]);
  });

  it('merges fewer of those that take more memory, but two at least', () => {
    expect(group([10, 10, 10, 10, 10], 8, 90)).toEqual([[0, 1], [2, 3], [4]]);
    expect(group([100, 100, 100, 1, 1], 8, 90)).toEqual([[0, 1], [2, 3], [4]]);
  });
});
