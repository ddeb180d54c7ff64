import { createTexts } from '../../__testUtils__/createTexts';
import {
  formatBytes,
  formatClock,
  formatCount,
  formatDuration,
  formatElapsed,
  formatEstimate,
  formatOrdinal,
  formatSeconds,
} from './format';

const t = createTexts();
const zh = createTexts('zh');

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
    expect(formatDuration(ms, t)).toBe(text);
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
      expect(formatElapsed(ms, digits, t)).toBe(text);
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
    expect(formatBytes(bytes, t)).toBe(text);
  });

  it.each([
    [172_800, '48 h'],
    [5_400, '1 h 30 min'],
    [45, '45 s'],
    [0, '0 s'],
  ])('writes a limit of %d seconds as %s', (seconds, text) => {
    expect(formatSeconds(seconds, t)).toBe(text);
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
    expect(formatOrdinal(place, t)).toBe(text);
  });

  it('never runs backwards', () => {
    expect(formatClock(-500)).toBe('00:00');
    expect(formatClock(3_600_000)).toBe('01:00:00');
  });

  it('marks thousands', () => {
    expect(formatCount(1_204_551, t)).toBe('1,204,551');
  });

  it('writes as the language does', () => {
    expect(formatDuration(1_236, zh)).toBe('1.24 秒');
    expect(formatSeconds(5_400, zh)).toBe('1 小时 30 分钟');
    expect(formatOrdinal(2, zh)).toBe('第 2');
    expect(formatEstimate(120_000, t)).toBe('120K');
    expect(formatEstimate(120_000, zh)).toBe('12万');
    expect(formatEstimate(3_000, zh)).toBe('3,000');
  });
});
