import { createTextMatcher } from './createTextMatcher';

describe('createTextMatcher', () => {
  it('ignores case unless told otherwise', () => {
    const matches = createTextMatcher('Éa.b');
    expect(['xéA.By', 'éa.b', 'ea.b', 'éaxb'].map(matches)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(createTextMatcher('Ab', { matchCase: true })('xAby')).toBe(true);
    expect(createTextMatcher('Ab', { matchCase: true })('xaby')).toBe(false);
  });

  it('takes every character as itself', () => {
    const text = '\\ ^ $ . * + ? ( ) [ ] { } | / - " \n \0 , 🙂 \ud83d ~ # &';
    for (const matchCase of [true, false]) {
      expect(createTextMatcher(text, { matchCase })(`a${text}b`)).toBe(true);
      expect(createTextMatcher(text, { matchCase })('a')).toBe(false);
    }
  });

  it('can ask for the beginning', () => {
    for (const matchCase of [true, false]) {
      const matches = createTextMatcher('ab', { matchCase, atStart: true });
      expect(matches('abc')).toBe(true);
      expect(matches('c\nab')).toBe(false);
    }
  });
});
