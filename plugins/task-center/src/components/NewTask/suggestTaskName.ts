const MAX_LENGTH = 60;
const MAX_WORDS = 4;

/**
 * A name for a task from its first statement, such as `UPDATE orders SET price and 11 more`.
 *
 * @internal
 */
export function suggestTaskName(
  firstStatement: string | undefined,
  statements: number,
): string {
  const words = (firstStatement ?? '')
    .replace(/\/\*[^]*?\*\/|--[^\n]*|#[^\n]*/g, ' ')
    .replace(/[`"]/g, '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MAX_WORDS);
  let name = '';
  for (const word of words) {
    if (name.length + word.length >= MAX_LENGTH) {
      break;
    }
    name += name ? ` ${word}` : word;
  }
  name = name.replace(/[\s(,=;]+$/, '');
  return name && statements > 1 ? `${name} and ${statements - 1} more` : name;
}
