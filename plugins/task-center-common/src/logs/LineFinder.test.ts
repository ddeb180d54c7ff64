import { LineFinder } from './LineFinder';
import { createPatternFinder } from './createPatternFinder';
import { createTextFinder } from './createTextFinder';

/** The places where each message has it, as text. */
function find(finder: LineFinder, messages: string[]) {
  return messages.map(message => {
    const found = finder
      .placesIn(message)
      .map(([from, to]) => message.slice(from, to));
    expect(finder.isIn(message)).toBe(found.length > 0);
    // It must not depend on what it was asked before.
    expect(finder.isIn(message)).toBe(found.length > 0);
    return found;
  });
}

describe('createTextFinder', () => {
  it('finds a text as it is written', () => {
    const messages = ['a.b A.B aXb', 'İ a.b', 'no'];
    expect(find(createTextFinder('a.b'), messages)).toEqual([
      ['a.b', 'A.B'],
      ['a.b'],
      [],
    ]);
    const exact = createTextFinder('A.B', { matchCase: true });
    expect(find(exact, messages)).toEqual([['A.B'], [], []]);
  });
});

describe('createPatternFinder', () => {
  it('finds a regular expression', () => {
    const messages = ['Took 12 ms, TOOK 7 ms', '😀 took 1234 ms', 'x 5'];
    const pattern = String.raw`took (\d+)`;
    expect(find(createPatternFinder(pattern), messages)).toEqual([
      ['Took 12', 'TOOK 7'],
      ['took 1234'],
      [],
    ]);
    const exact = createPatternFinder(pattern, { matchCase: true });
    expect(find(exact, messages)).toEqual([[], ['took 1234'], []]);
  });

  it('says what is wrong with a regular expression', () => {
    expect(() => createPatternFinder('(a')).toThrow(
      'This is not a regular expression: missing closing ): `(a`',
    );
    expect(() => createPatternFinder('(?=a)')).toThrow(
      'This is not a regular expression',
    );
    expect(() => createPatternFinder('(a?){900}a{900}')).toThrow('too large');
  });

  it('is not held up by an expression that others take for ever for', () => {
    const message = `${'a'.repeat(9_000)}!`;
    const finder = createPatternFinder('^(a+)+$');
    expect(finder.isIn(message)).toBe(false);
    expect(finder.placesIn(message)).toEqual([]);
  });
});
