import { textOrder } from './textOrder';

function compare(a: string, b: string): number {
  return textOrder.compare(textOrder.keyOf(a), textOrder.keyOf(b));
}

describe('textOrder', () => {
  it('puts names where people look for them', () => {
    const names = ['zoë', 'Zoe', 'ada', 'Àda', 'Ada', 'ADA', 'bo_b', 'bob'];
    names.push('Strasse', 'Straße', 'Straßen', 'item 10', '_x', '1', '', '🙂');
    const sorted = names.slice().sort(compare);
    expect(sorted).toEqual(
      ['', '1', '_x', 'ADA', 'Ada', 'ada', 'Àda', 'bo_b', 'bob', 'item 10']
        .concat(['Strasse', 'Straße', 'Straßen'])
        .concat(['Zoe', 'zoë', '🙂']),
    );
  });

  it('tells texts apart that differ only in case, accents or far behind', () => {
    const long = 'é'.repeat(300);
    expect(compare('a', 'A')).toBeGreaterThan(0);
    expect(compare('e', 'é')).toBeLessThan(0);
    expect(compare('é', 'e\u0301')).not.toBe(0);
    expect(compare(`${long}a`, `${long}B`)).toBeLessThan(0);
    expect(compare(`${long}a`, `${long}A`)).toBeGreaterThan(0);
    expect(compare(long, `${long}a`)).toBeLessThan(0);
    expect(compare(`${long}a`, `${long}a`)).toBe(0);
  });

  it('is a total order', () => {
    const parts = ['a', 'A', 'ß', 'ss', 'é', 'e\u0301', 'Σ', 'ς', '\ud83d', ''];
    const head = 'x'.repeat(126);
    const texts = parts
      .flatMap(a => parts.map(b => a + b))
      .flatMap(text => [text, head + text, `${head}${text}z`]);
    const sorted = texts.slice().sort(compare);
    for (let i = 0; i < sorted.length; i++) {
      for (let j = 0; j < sorted.length; j++) {
        const expected = sorted[i] === sorted[j] ? 0 : Math.sign(i - j);
        expect(Math.sign(compare(sorted[i], sorted[j])) - expected).toBe(0);
      }
    }
  });
});
