import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';

const CHARACTER = 7.6;
// The edges of a cell.
const PADDING = 22;
// Sorting and the menu, beside the name.
const TOOLS = 44;
// For the values further down, which are often a little longer than the first.
const RESERVE = 20;
const MAX_WIDTH = 360;

/**
 * The narrowest that a column can be made, in pixels.
 *
 * @internal
 */
export const MIN_COLUMN_WIDTH = 56;

/**
 * A width for each column, in pixels, in which its name and the first rows can be read.
 *
 * @internal
 */
export function columnWidths(
  columns: ResultColumn[],
  rows: ResultRow[],
): number[] {
  return columns.map((column, index) => {
    const heading = Math.max(column.name.length, 4) * CHARACTER + TOOLS;
    let width = Math.max(
      Math.ceil(heading) + PADDING,
      widthOfText(column.type, 24),
    );
    for (const row of rows) {
      width = Math.max(width, widthOfText(row[index] ?? 'NULL', 60) + RESERVE);
    }
    return Math.min(MAX_WIDTH, Math.max(MIN_COLUMN_WIDTH, width));
  });
}

/**
 * The widths in which further rows can be read, too, in pixels: the same array when they can be read already.
 *
 * @internal
 */
export function grownWidths(widths: number[], rows: ResultRow[]): number[] {
  let grown = widths;
  for (const row of rows) {
    for (let index = 0; index < widths.length; index++) {
      const text = row[index] ?? 'NULL';
      const width = grown[index];
      // Most texts are so short that they need not be measured.
      if (width < MAX_WIDTH && text.length * 2 * CHARACTER + PADDING > width) {
        const needed = widthOfText(text, 60);
        if (needed > width) {
          grown = grown === widths ? widths.slice() : grown;
          grown[index] = Math.min(MAX_WIDTH, needed + RESERVE);
        }
      }
    }
  }
  return grown;
}

/**
 * How wide a cell has to be for the beginning of a text, in pixels.
 *
 * @internal
 */
export function widthOfText(text: string, maxCharacters: number): number {
  let width = 0;
  for (const character of text.slice(0, maxCharacters)) {
    // East Asian characters and emoji take the room of two.
    width += character.codePointAt(0)! > 0x2e7f ? 2 : 1;
  }
  return Math.ceil(width * CHARACTER) + PADDING;
}
