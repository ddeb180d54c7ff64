import { RE2JS } from 're2js';
import { LineFinder, MAX_PATTERN_TEXT } from './LineFinder';

/** A message is searched in about as many steps as this times its length, at most. */
const MAX_PROGRAM = 500;

/**
 * Finds a regular expression in lines of a log, in the same way on both sides. It is one of RE2: it never takes longer than
 * in proportion to the text, and has no references back and no looking around. What is large, `re2js`, comes with it.
 *
 * @throws Error with a sentence when it is no regular expression, or is too large
 * @public
 */
export function createPatternFinder(
  source: string,
  options: { matchCase?: boolean } = {},
): LineFinder {
  const pattern = compile(source, options.matchCase ?? false);
  if (pattern.programSize() > MAX_PROGRAM) {
    throw new Error(
      'The regular expression is too large: it repeats too much too often.',
    );
  }
  const searched = (message: string) => message.slice(0, MAX_PATTERN_TEXT);
  return {
    isIn: message => pattern.test(searched(message)),
    placesIn: message => {
      const matcher = pattern.matcher(searched(message));
      const places: [number, number][] = [];
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          places.push([matcher.start(), matcher.end()]);
        }
      }
      return places;
    },
  };
}

function compile(source: string, matchCase: boolean): RE2JS {
  try {
    return RE2JS.compile(source, matchCase ? 0 : RE2JS.CASE_INSENSITIVE);
  } catch (error: any) {
    const reason = error.message
      .replace('error parsing regexp: ', '')
      .replace('`(?i)', '`');
    throw new Error(`This is not a regular expression: ${reason}`);
  }
}
