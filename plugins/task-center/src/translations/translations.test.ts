import { en } from './en';
import zhCN from './zhCN';

const placeholders = (text: string) => text.match(/\{\{[^}]*\}\}/g)?.sort();

describe('the Chinese texts', () => {
  it('are all there, and none too many', () => {
    expect(Object.keys(zhCN).sort()).toEqual(Object.keys(en).sort());
    for (const text of Object.values(zhCN)) {
      expect(text.trim()).not.toBe('');
    }
  });

  it('have the same things put into them', () => {
    const expected = Object.entries(en).map(([key, text]) => [
      key,
      placeholders(text),
    ]);
    expect(
      expected.map(([key]) => [
        key,
        placeholders(zhCN[key as keyof typeof en]),
      ]),
    ).toEqual(expected);
  });
});
