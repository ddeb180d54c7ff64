import { formatJsonText } from './formatJsonText';

describe('formatJsonText', () => {
  it('indents objects and lists', () => {
    const value = { a: [1, { b: 'x, {y}: "z"' }], c: {}, d: [], e: null };
    expect(formatJsonText(JSON.stringify(value))).toBe(
      JSON.stringify(value, null, 2).replace('{}', '{}').replace('[]', '[]'),
    );
  });

  it('keeps every digit and every key', () => {
    expect(formatJsonText('{"n": 9007199254740993.10, "n": 1e400}')).toBe(
      '{\n  "n": 9007199254740993.10,\n  "n": 1e400\n}',
    );
  });

  it.each(['{"a": }', 'plain text', '"text"', '12', '{a: 1}'])(
    'leaves %j alone',
    text => {
      expect(formatJsonText(text)).toBeUndefined();
    },
  );
});
