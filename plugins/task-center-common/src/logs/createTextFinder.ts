import { createTextMatcher } from '../results';
import { toLiteralPattern } from '../results/toLiteralPattern';
import { LineFinder } from './LineFinder';

/**
 * Finds a text in lines of a log.
 *
 * @public
 */
export function createTextFinder(
  text: string,
  options: { matchCase?: boolean } = {},
): LineFinder {
  const flags = options.matchCase ? 'gu' : 'giu';
  const pattern = new RegExp(toLiteralPattern(text), flags);
  return {
    isIn: createTextMatcher(text, options),
    isCut: () => false,
    placesIn: message =>
      Array.from(message.matchAll(pattern), ({ index, 0: { length } }) => [
        index!,
        index! + length,
      ]),
  };
}
