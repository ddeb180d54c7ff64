const LONGEST_WORD = 16;
const LOWER_CASE = 32;
const A = 97;
const Z = 122;

/**
 * Returns the word that a text begins with, in capitals; an empty one where it begins with anything but a letter.
 *
 * @internal
 */
export function leadingWord(text: string): string {
  let end = 0;
  while (end < LONGEST_WORD && isLetter(text.charCodeAt(end))) {
    end++;
  }
  return text.slice(0, end).toUpperCase();
}

function isLetter(code: number): boolean {
  const lower = code | LOWER_CASE;
  return lower >= A && lower <= Z;
}
