/**
 * Returns what the pattern finds, its last group where it has one, in capitals and with single spaces; undefined where
 * it finds nothing.
 *
 * @internal
 */
export function matchedWords(
  pattern: RegExp,
  code: string,
): string | undefined {
  const match = pattern.exec(code);
  const words = match?.[match.length - 1];
  return words?.trim().replace(/\s+/g, ' ').toUpperCase();
}
