import { ResultRow } from 'backstage-plugin-task-center-common';
import { PageCache } from '../../../longList';
import { formatCount, formatQuantity } from '../../common';
import { GridRange } from './GridSelection';
import { toTsv } from './toTsv';

const MAX_CELLS = 500_000;

/**
 * Puts the selected cells on the clipboard, and loads those that are not there yet. Gives a sentence on what it did.
 *
 * @throws Error with a sentence when it could not.
 * @internal
 */
export async function copyRange(
  cache: PageCache<ResultRow>,
  range: GridRange,
): Promise<string> {
  const columns = range.lastColumn - range.firstColumn + 1;
  const count = range.lastRow - range.firstRow + 1;
  if (columns * count > MAX_CELLS) {
    throw new Error(
      `At most ${formatCount(
        MAX_CELLS,
      )} cells can be copied at once. Use Download Results for more.`,
    );
  }
  const rows: ResultRow[] = [];
  for (let index = range.firstRow; index <= range.lastRow; index++) {
    const row = await cache.fetch(index);
    if (row) {
      rows.push(row.slice(range.firstColumn, range.lastColumn + 1));
    }
  }
  await navigator.clipboard.writeText(toTsv(rows));
  return columns * count === 1
    ? 'The cell is copied.'
    : `${formatQuantity(columns * rows.length, 'cell')} copied.`;
}
