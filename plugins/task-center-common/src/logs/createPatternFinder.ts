import { RE2JS } from 're2js';
import { estimateProgram } from './estimateProgram';
import { LineFinder } from './LineFinder';

/** More takes long to compile, and only to find that it is too large. */
const MAX_ESTIMATE = 5_000;
const MAX_PROGRAM = 500;
/**
 * Into how many steps searching a message is limited: the size of the program times the characters that are searched. Nobody
 * else is served meanwhile, for some 20 ms with the worst of expressions.
 */
const MAX_STEPS = 250_000;
/** How many characters are passed over in one message, over and over again, to find all places. */
const MAX_PASSED = 5_000_000;
const TOO_LARGE =
  'The regular expression is too large: it repeats too much too often.';

/**
 * Finds a regular expression in lines of a log, in the same way on both sides. It is one of RE2: it never takes longer than
 * in proportion to the text, and has no references back and no looking around. The larger it is, the less is searched of
 * messages of more than 500 characters. What is large, `re2js`, comes with it.
 *
 * @throws Error with a sentence when it is no regular expression, or is too large
 * @public
 */
export function createPatternFinder(
  source: string,
  options: { matchCase?: boolean } = {},
): LineFinder {
  if (estimateProgram(source) > MAX_ESTIMATE) {
    throw new Error(TOO_LARGE);
  }
  const flags = options.matchCase ? 0 : RE2JS.CASE_INSENSITIVE;
  const pattern = compile(source, flags);
  if (pattern.programSize() > MAX_PROGRAM) {
    throw new Error(TOO_LARGE);
  }
  const chars = Math.floor(MAX_STEPS / pattern.programSize());
  const isCut = (message: string) => message.length > chars;
  let insidePattern: RE2JS | undefined;
  const inside = () => {
    insidePattern ??= compileInside(source, flags);
    return insidePattern;
  };
  return {
    isCut,
    isIn: message =>
      isCut(message)
        ? inside().test(message.slice(0, chars + 1))
        : pattern.test(message),
    placesIn: message =>
      isCut(message)
        ? findPlaces(inside(), message.slice(0, chars + 1), 1)
        : findPlaces(pattern, message, 0),
  };
}

/**
 * @param group - the one of the expression that makes a place
 */
function findPlaces(
  pattern: RE2JS,
  text: string,
  group: number,
): [number, number][] {
  const places: [number, number][] = [];
  const matcher = pattern.matcher(text);
  let passed = 0;
  let from = 0;
  while (from <= text.length && passed < MAX_PASSED && matcher.find(from)) {
    passed += text.length - from;
    const [start, end] = [matcher.start(group), matcher.end(group)];
    if (end > start) {
      places.push([start, end]);
    }
    from = end > start ? end : behindCharacter(text, end);
  }
  return places;
}

function behindCharacter(text: string, place: number): number {
  return place + (text.codePointAt(place)! > 0xffff ? 2 : 1);
}

function compile(source: string, flags: number): RE2JS {
  try {
    return RE2JS.compile(source, flags);
  } catch (error: any) {
    const reason = error.message
      .replace('error parsing regexp: ', '')
      .replace('`(?i)', '`');
    throw new Error(`This is not a regular expression: ${reason}`);
  }
}

/**
 * The same with a character behind it. Where a message is cut is not its end, and must not match as one: what stands before
 * another character does not end there.
 *
 * @param source - a regular expression
 */
function compileInside(source: string, flags: number): RE2JS {
  try {
    return RE2JS.compile(`(${source})(?s:.)`, flags);
  } catch {
    // It ends in a quotation that is left open.
    return RE2JS.compile(`(${source}\\E)(?s:.)`, flags);
  }
}
