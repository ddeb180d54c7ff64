import { GridCell } from '../grid/GridSelection';
import { NumberedRow } from '../rows/NumberedRow';

/**
 * How many matches are kept at most.
 *
 * @internal
 */
export const MAX_MATCHES = 1_000;

/**
 * The cells whose text matches, row by row.
 *
 * @param shown - the columns that are looked at; the places of the cells count in these
 * @internal
 */
export function findInRows(
  rows: Iterable<[index: number, row: NumberedRow]>,
  shown: number[],
  isMatch: (value: string) => boolean,
): GridCell[] {
  const found: GridCell[] = [];
  for (const [row, { values }] of rows) {
    for (let column = 0; column < shown.length; column++) {
      const value = values[shown[column]];
      if (value && isMatch(value)) {
        found.push({ row, column });
        if (found.length === MAX_MATCHES) {
          return found;
        }
      }
    }
  }
  return found;
}
