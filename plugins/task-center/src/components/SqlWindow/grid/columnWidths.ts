import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';

const CHARACTER = 7.4;
// With room for the values further down, which are often a little longer than the first.
const PADDING = 40;
const MAX_WIDTH = 360;
const SAMPLE_ROWS = 60;

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
    let longest = Math.max(column.name.length, column.type.length, 4);
    for (const row of rows.slice(0, SAMPLE_ROWS)) {
      longest = Math.max(longest, widthOf(row[index]));
    }
    const width = Math.ceil(longest * CHARACTER) + PADDING;
    return Math.min(MAX_WIDTH, Math.max(MIN_COLUMN_WIDTH, width));
  });
}

function widthOf(value: string | null | undefined): number {
  let width = 0;
  for (const character of (value ?? '').slice(0, 60)) {
    // East Asian characters and emoji take the room of two.
    width += character.codePointAt(0)! > 0x2e7f ? 2 : 1;
  }
  return width;
}
