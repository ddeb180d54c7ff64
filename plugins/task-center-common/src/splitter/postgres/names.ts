import { characterSet, CharacterSet } from '../characters';

/** A name that a chunk cuts is looked at again with the next chunk, unless it is longer. */
const LONGEST_KEPT = 64;

const NUMBER = /^\d+$/;

/**
 * What a name can hold behind its first character: letters, digits, `_`, `$` and everything beyond ASCII.
 *
 * @internal
 */
export const NAME_CHARACTERS = nameCharacters();

/**
 * Returns where the name that ends at a place begins; the place itself where there is none.
 *
 * @param from - how far back to look at most
 * @internal
 */
export function nameStart(input: string, from: number, end: number): number {
  let start = end;
  while (start > from && NAME_CHARACTERS[input.charCodeAt(start - 1)] === 1) {
    start--;
  }
  return start;
}

/**
 * Returns where to stop when the next chunk may carry a name on: at its beginning, or undefined when it is too long to
 * be kept.
 *
 * @internal
 */
export function keptFrom(
  input: string,
  from: number,
  end: number,
): number | undefined {
  const start = nameStart(input, Math.max(from, end - LONGEST_KEPT - 1), end);
  return end - start > LONGEST_KEPT ? undefined : start;
}

/**
 * Whether a name stands there, and not a number or nothing.
 *
 * @internal
 */
export function isName(text: string): boolean {
  return text !== '' && !NUMBER.test(text);
}

function nameCharacters(): CharacterSet {
  const set = characterSet(
    'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$',
  );
  return set.fill(1, 0x80);
}
