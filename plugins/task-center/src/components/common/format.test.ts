import {
  formatBytes,
  formatClock,
  formatCount,
  formatDuration,
  formatElapsed,
  formatOrdinal,
  formatQuantity,
  formatSeconds,
} from './format';

describe('format', () => {
  it.each([
    [0.34, '0.3 ms'],
    [12.4, '12 ms'],
    [999.6, '1.00 s'],
    [1_236, '1.24 s'],
    [12_340, '12.3 s'],
    [59_996, '01:00'],
    [97_000, '01:37'],
    [7_297_000, '02:01:37'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it.each([
    [-20, 1, '0.0 s'],
    [420, 1, '0.4 s'],
    [12_340, 1, '12.3 s'],
    [12_340, 0, '12 s'],
    [59_960, 1, '01:00'],
    [97_000, 1, '01:37'],
  ] as const)(
    'writes a run of %d ms with %d digits as %s',
    (ms, digits, text) => {
      expect(formatElapsed(ms, digits)).toBe(text);
    },
  );

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [41_200, '41 kB'],
    [999_600, '1.0 MB'],
    [4_210_000, '4.2 MB'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it.each([
    [172_800, '48 h'],
    [5_400, '1 h 30 min'],
    [45, '45 s'],
    [0, '0 s'],
  ])('writes a limit of %d seconds as %s', (seconds, text) => {
    expect(formatSeconds(seconds)).toBe(text);
  });

  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [22, '22nd'],
    [112, '112th'],
  ])('writes place %d as %s', (place, text) => {
    expect(formatOrdinal(place)).toBe(text);
  });

  it('never runs backwards', () => {
    expect(formatClock(-500)).toBe('00:00');
    expect(formatClock(3_600_000)).toBe('01:00:00');
  });

  it('knows one from many', () => {
    expect(formatCount(1_204_551)).toBe('1,204,551');
    expect(formatQuantity(1, 'result set')).toBe('1 result set');
    expect(formatQuantity(1_000, 'row')).toBe('1,000 rows');
  });
});
