/** @internal */
export const NUL = 0;
/** @internal */
export const TAB = 9;
/** @internal */
export const LF = 10;
/** @internal */
export const CR = 13;
/** @internal */
export const SPACE = 32;
/** @internal */
export const HASH = 35;
/** @internal */
export const STAR = 42;
/** @internal */
export const DASH = 45;
/** @internal */
export const SLASH = 47;
/** @internal */
export const BACKSLASH = 92;

/**
 * A set of UTF-16 code units that is looked up without a branch.
 *
 * @internal
 */
export type CharacterSet = Uint8Array;

/** @internal */
export function characterSet(characters: string): CharacterSet {
  const set = new Uint8Array(0x10000);
  for (let i = 0; i < characters.length; i++) {
    set[characters.charCodeAt(i)] = 1;
  }
  return set;
}

/**
 * Returns where the next character of the set stands, or the length of the text.
 *
 * @internal
 */
export function findCharacter(
  text: string,
  from: number,
  set: CharacterSet,
): number {
  const { length } = text;
  let at = from;
  while (at < length && set[text.charCodeAt(at)] === 0) {
    at++;
  }
  return at;
}

/**
 * White space in ASCII only: a byte of a UTF-8 sequence is never blank.
 *
 * @internal
 */
export function isSpace(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= CR);
}

/**
 * Takes blanks and control characters off the end.
 *
 * @internal
 */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isInvisible(text.charCodeAt(end - 1))) {
    end--;
  }
  return end === text.length ? text : text.slice(0, end);
}

function isInvisible(code: number): boolean {
  return code <= SPACE || code === 127;
}
