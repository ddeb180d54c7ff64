import { ResultRow } from 'backstage-plugin-task-center-common';
import { GridCell } from './GridSelection';

/**
 * How many matches are kept at most.
 *
 * @internal
 */
export const MAX_MATCHES = 1_000;

/**
 * The cells whose text contains what is looked for, whatever its case, row by row.
 *
 * @internal
 */
export function findInRows(
  rows: Iterable<[index: number, row: ResultRow]>,
  query: string,
): GridCell[] {
  const needle = query.toLowerCase();
  const found: GridCell[] = [];
  if (!needle) {
    return found;
  }
  for (const [row, values] of rows) {
    for (let column = 0; column < values.length; column++) {
      if (values[column]?.toLowerCase().includes(needle)) {
        found.push({ row, column });
        if (found.length === MAX_MATCHES) {
          return found;
        }
      }
    }
  }
  return found;
}
