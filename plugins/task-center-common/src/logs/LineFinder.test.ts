import { RE2JS } from 're2js';
import { LineFinder } from './LineFinder';
import { createPatternFinder } from './createPatternFinder';
import { createTextFinder } from './createTextFinder';
import { estimateProgram } from './estimateProgram';

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
    for (const source of ['(a?){900}a{900}', 'a{600}']) {
      expect(() => createPatternFinder(source)).toThrow('too large');
    }
  });

  it('is not held up by an expression that others take for ever for', () => {
    const message = `${'a'.repeat(9_000)}!`;
    const finder = createPatternFinder('^(a+)+$');
    expect(finder.isCut(message)).toBe(false);
    expect(find(finder, [message])).toEqual([[]]);
  });

  it('searches less of a message the larger the expression is', () => {
    const message = `${'ab'.repeat(5_000)} end`;
    const small = createPatternFinder(' end$');
    expect(small.isCut(message)).toBe(false);
    expect(find(small, [message])).toEqual([[' end']]);
    for (const source of ['[ab]*a[ab]{480}c', '(a|b)*a(a|b){60}c']) {
      const steps = RE2JS.compile(source).programSize() * message.length;
      const finder = createPatternFinder(source);
      expect(finder.isCut(message)).toBe(true);
      expect(finder.isCut(message.slice(0, 500))).toBe(false);
      expect(steps).toBeGreaterThan(1_000_000);
    }
  });

  it('does not take the place where a message is cut for its end', () => {
    // Makes an expression so large that 20,000 characters are too many.
    const ballast = '(?:|Q{400})';
    const seen = (source: string, message: string) => {
      const finder = createPatternFinder(source + ballast);
      expect(finder.isCut(message)).toBe(true);
      return find(finder, [message])[0];
    };
    const long = 'x'.repeat(20_000);
    for (const end of ['$', '\\z', '\\b', '(?-i:X)']) {
      expect(seen(`x${end}`, long)).toEqual([]);
    }
    expect(seen('^Zx', `zx${long}`)).toEqual(['zx']);
    expect(seen('z', `zz${long}`)).toEqual(['z', 'z']);
    expect(seen('z', `${long}z`)).toEqual([]);
    expect(seen('\\bx', 'x '.repeat(10_000)).length).toBeGreaterThan(100);
    // What goes on behind the cut matches nevertheless.
    const [all] = seen('zx.*', `zx${long}`);
    expect(all).toMatch(/^zx{500,}$/);

    const quoted = createPatternFinder(`${ballast}(a)\\Qb)`);
    expect(find(quoted, [`ab)${long}`, `abc${long}`])).toEqual([['ab)'], []]);
  });

  it('does not look for all places of a message without an end', () => {
    const finder = createPatternFinder('a[^b]*b|a');
    const places = finder.placesIn('a'.repeat(10_000));
    expect(places.length).toBeGreaterThan(100);
    expect(places.length).toBeLessThan(10_000);
  });
});

describe('estimateProgram', () => {
  it.each([
    'took (\\d+) ms',
    '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
    '.{0,200}timeout.{3,}',
    '((a{10}){10}){10}',
    '(x|[)(]\\)\\(){30}',
    'a{3}(?i){40}',
    '(abc)(?i){40}',
    '(abc)\\Q\\E{40}',
    '(abc\\Q))(\\e((\\Edef){40}',
    '[]()a]{5}[^](]{5}[[:alpha:](]{5}',
    '\\x{41}\\pL\\p{Greek}[\\pN]',
  ])('is not far below the truth for %p', source => {
    const size = RE2JS.compile(source).programSize();
    expect(estimateProgram(source)).toBeGreaterThanOrEqual(size / 4);
  });

  it('lets through what is in use, and not what takes long to compile', () => {
    for (const source of [
      '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z',
      '\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b',
      '(?:error|warning)[^\\n]{0,80}(?:timeout|deadlock)',
      '\\p{Han}{2,20}',
    ]) {
      expect(createPatternFinder(source).isIn('')).toBe(false);
    }
    for (const source of [
      '(a?){1000}'.repeat(100),
      '((a*)*){1000}'.repeat(70),
      `(${'ab'.repeat(400)}(?:\\Q)(\\E)){1000}`,
      '\\pL'.repeat(333),
    ]) {
      expect(() => createPatternFinder(source)).toThrow('too large');
    }
  });
});
