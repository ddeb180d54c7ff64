import { toLiteralPattern } from './toLiteralPattern';

/**
 * Tells whether a value contains a text. Without `matchCase`, case makes no difference, whatever the language.
 *
 * @public
 */
export function createTextMatcher(
  text: string,
  options: { matchCase?: boolean; atStart?: boolean } = {},
): (value: string) => boolean {
  const { matchCase, atStart } = options;
  if (matchCase) {
    return atStart
      ? value => value.startsWith(text)
      : value => value.includes(text);
  }
  const literal = toLiteralPattern(text);
  const pattern = new RegExp(atStart ? `^${literal}` : literal, 'iu');
  return value => pattern.test(value);
}
