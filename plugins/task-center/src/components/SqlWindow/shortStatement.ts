/**
 * The beginning of a statement in one line, without comments.
 *
 * @internal
 */
export function shortStatement(
  statement: string | undefined,
  maxLength: number = 36,
): string {
  const text = (statement ?? '')
    .replace(/\/\*[^]*?\*\/|--[^\n]*|#[^\n]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > maxLength
    ? `${text.slice(0, maxLength - 1).trimEnd()}…`
    : text;
}
