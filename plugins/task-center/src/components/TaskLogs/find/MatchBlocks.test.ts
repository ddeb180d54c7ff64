import { MatchBlocks } from './MatchBlocks';

describe('MatchBlocks', () => {
  const first = { from: 0, to: 100, count: 3 };
  const second = { from: 400, to: 500, count: 1 };
  const third = { from: 500, to: 510, count: 10 };
  const blocks = MatchBlocks.NONE.with([first]).with([second, third]);

  it('knows which block holds a match', () => {
    expect(blocks.count).toBe(14);
    const found = Array.from({ length: 14 }, (_, n) => blocks.at(n));
    expect(found.map(place => place!.block)).toEqual([
      ...[first, first, first, second],
      ...Array(10).fill(third),
    ]);
    expect(found.map(place => place!.offset)).toEqual([
      ...[0, 1, 2, 0],
      ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    ]);
    expect(blocks.at(14)).toBeUndefined();
    expect(MatchBlocks.NONE.at(0)).toBeUndefined();
  });

  it('knows which blocks are behind a line', () => {
    expect([...blocks.behind(99)].map(({ before }) => before)).toEqual([
      0, 3, 4,
    ]);
    expect([...blocks.behind(100)].map(({ before }) => before)).toEqual([3, 4]);
    expect([...blocks.behind(510)]).toEqual([]);
  });
});
