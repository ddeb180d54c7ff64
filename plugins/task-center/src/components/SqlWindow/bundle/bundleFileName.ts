/**
 * What the CSV of a result set is called in a bundle: its number and the first words of its statement.
 *
 * @internal
 */
export function bundleFileName(
  index: number,
  statement: string | undefined,
): string {
  const words = (statement ?? '')
    .replace(/\/\*[^]*?\*\/|--[^\n]*|#[^\n]*/g, ' ')
    .match(/[\p{L}\p{N}_]+/gu);
  const name = (words ?? ['result'])
    .slice(0, 5)
    .join('-')
    .toLocaleLowerCase('en-US')
    .slice(0, 60);
  return `${String(index).padStart(2, '0')}-${name}.csv`;
}
