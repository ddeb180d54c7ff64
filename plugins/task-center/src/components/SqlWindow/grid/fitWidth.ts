import { ResultColumn } from 'backstage-plugin-task-center-common';
import { columnWidths, widthOfText } from './columnWidths';

const SAMPLE_ROWS = 1_000;
const MAX_WIDTH = 900;

/**
 * The width in which a column's name and its values can be read, in pixels, by the rows that are given.
 *
 * @internal
 */
export function fitWidth(
  column: ResultColumn,
  values: Iterable<string | null>,
): number {
  let [width] = columnWidths([column], []);
  let count = 0;
  for (const value of values) {
    width = Math.max(width, widthOfText(value ?? 'NULL', 120));
    count += 1;
    if (count === SAMPLE_ROWS) {
      break;
    }
  }
  return Math.min(MAX_WIDTH, width);
}
