import { ResultColumn, ResultRow, ResultSort } from '../model';
import { createRowOrder, RowKey } from './createRowOrder';

/**
 * Compares rows of a result set, for a stable sort such as `Array.prototype.sort`.
 *
 * Columns of numbers are compared as numbers, exactly at any length; `NaN` comes behind `Infinity`, and what is no
 * number behind that. All others are compared as texts: without case and accents first, so that `ada` and `Ada` stand
 * together, then as they are; no language has a part in it, so every machine gives the same order. NULL comes first.
 * Descending turns all of that round, and leaves rows that are equal in their order.
 *
 * @public
 */
export function createRowComparator(
  columns: ResultColumn[],
  sort: ResultSort[],
): (a: ResultRow, b: ResultRow) => number {
  const order = createRowOrder(columns, sort);
  const keys = new WeakMap<ResultRow, RowKey>();
  const keyOf = (row: ResultRow): RowKey => {
    let key = keys.get(row);
    if (!key) {
      key = order.keyOf(row);
      keys.set(row, key);
    }
    return key;
  };
  return (a, b) => order.compare(keyOf(a), keyOf(b));
}
