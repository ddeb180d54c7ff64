import { ResultColumn, ResultRow, ResultSort } from '../model';
import { isNumericColumn } from './isNumericColumn';
import { numberOrder } from './numberOrder';
import { textOrder } from './textOrder';
import { ValueOrder } from './ValueOrder';

/**
 * What the rows of a result set are compared by, found out once for each row.
 *
 * @public
 */
export type RowKey = readonly unknown[];

/**
 * An order of the rows of a result set.
 *
 * @public
 */
export interface RowOrder {
  keyOf(row: ResultRow): RowKey;
  /** Negative where the first comes before the second, 0 where neither does. */
  compare(a: RowKey, b: RowKey): number;
}

/**
 * The order that is asked for, as keys for whoever compares each row many times. {@link createRowComparator} says what
 * comes before what.
 *
 * @public
 */
export function createRowOrder(
  columns: ResultColumn[],
  sort: ResultSort[],
): RowOrder {
  const parts = sort.map(({ column, descending }) => ({
    column,
    order: orderOf(columns[column]),
    sign: descending ? -1 : 1,
  }));
  return {
    keyOf: row =>
      parts.map(({ column, order }) => {
        const value = row[column] ?? null;
        return value === null ? null : order.keyOf(value);
      }),
    compare(a, b) {
      for (let index = 0; index < parts.length; index++) {
        const { order, sign } = parts[index];
        const result = compareNullable(order, a[index], b[index]);
        if (result !== 0) {
          return result * sign;
        }
      }
      return 0;
    },
  };
}

/**
 * The order of the values of a column.
 *
 * @internal
 */
export function orderOf(column: ResultColumn): ValueOrder {
  return (isNumericColumn(column.type) ? numberOrder : textOrder) as ValueOrder;
}

function compareNullable(order: ValueOrder, a: unknown, b: unknown): number {
  if (a === null || b === null) {
    return Number(b === null) - Number(a === null);
  }
  return order.compare(a, b);
}
