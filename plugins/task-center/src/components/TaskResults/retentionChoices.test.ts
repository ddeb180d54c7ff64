import { createTexts } from '../../__testUtils__/createTexts';
import { retentionChoices } from './retentionChoices';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const DAY = 86_400;

const choicesOf = (expiresAt: string | undefined, days: number) =>
  retentionChoices(
    { now: NOW, expiresAt, maxRetentionSeconds: days * DAY },
    createTexts(),
  );
const labels = (expiresAt: string | undefined, days: number) =>
  choicesOf(expiresAt, days).map(({ label }) => label);

describe('retentionChoices', () => {
  it('offers what is longer than now and not too long', () => {
    expect(labels('2026-12-07T12:00:00.000Z', 100)).toEqual([
      '30 days (until 23 Dec 2026)',
      '90 days (until 21 Feb 2027)',
      'as long as possible (until 3 Mar 2027)',
    ]);
  });

  it('offers nothing when they are kept as long as possible already', () => {
    expect(labels('2026-12-23T11:59:00.000Z', 30)).toEqual([]);
  });

  it('stays below the longest time', () => {
    const [choice] = choicesOf(undefined, 3);
    expect(Date.parse(choice.until)).toBeLessThan(NOW + 3 * DAY * 1_000);
  });
});
