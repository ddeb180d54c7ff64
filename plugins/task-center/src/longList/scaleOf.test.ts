import { scaleOf } from './scaleOf';

describe('scaleOf', () => {
  it('leaves a list alone that a browser can scroll', () => {
    expect(scaleOf(28_000, 500)).toEqual({
      height: 28_000,
      factor: 1,
      maxOffset: 27_500,
    });
  });

  it('has the whole scroll bar stand for the whole list', () => {
    const { height, factor, maxOffset } = scaleOf(280_000_000, 600, 1_000_000);
    expect(height).toBe(1_000_000);
    expect((height - 600) * factor).toBeCloseTo(maxOffset, 3);
    expect(maxOffset).toBe(280_000_000 - 600);
  });

  it('does not scroll a list that is lower than its view', () => {
    expect(scaleOf(100, 500).maxOffset).toBe(0);
  });
});
