/**
 * What the CSV of a result set is called in the zip: its number and the first words of its statement.
 *
 * @internal
 */
export function resultFileName(
  result: { number: number; statementText: string },
  total: number,
): string {
  const width = Math.max(2, String(total).length);
  const words = result.statementText
    .replace(/\/\*[\s\S]*?\*\/|--[^\n]*|#[^\n]*/g, ' ')
    .match(/[\p{L}\p{N}_]+/gu);
  const slug = (words ?? ['result']).slice(0, 5).join('-').toLowerCase();
  // Whole characters, of which some are two units long.
  const short = [...slug].slice(0, 60).join('');
  return `${String(result.number).padStart(width, '0')}-${short}.csv`;
}
