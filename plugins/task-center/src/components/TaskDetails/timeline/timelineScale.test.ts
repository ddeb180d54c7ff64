import { listScaleMarks, shareOf } from './timelineScale';

describe('the scale of the timeline', () => {
  it('has the longest at its top, and tenfold durations where they are drawn', () => {
    expect(listScaleMarks(1_240)).toEqual([
      { ms: 1_240, share: 1 },
      { ms: 100, share: shareOf(100, 1_240) },
      { ms: 10, share: shareOf(10, 1_240) },
      { ms: 1, share: shareOf(1, 1_240) },
    ]);
  });

  it.each([0, 0.02, 0.4, 3, 90_000, 48 * 3_600_000])(
    'leaves room between what it marks, up to %d ms',
    longest => {
      const shares = listScaleMarks(longest).map(({ share }) => share);
      expect(shares[0]).toBe(1);
      [...shares, 0].reduce((above, below) => {
        expect(above - below).toBeGreaterThanOrEqual(0.22);
        return below;
      });
    },
  );
});
