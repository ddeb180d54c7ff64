import { ResultColumn, ResultFilter, ResultRow } from '../model';
import { orderOf } from './createRowOrder';
import { createTextMatcher } from './createTextMatcher';

type ValueTest = (value: string | null) => boolean;

const NEGATIVE = ['notContains', 'notEquals', 'isNotNull'];

/**
 * Tells which rows of a result set pass all filters.
 *
 * `contains`, `notContains` and `startsWith` ignore case. `equals` and `notEquals` do not; in a column of numbers they
 * take numbers that are written differently, such as `1` and `1.00`, as equal. `lessThan` and `greaterThan` go by the
 * order in which the column is sorted. NULL passes `notContains` and `notEquals`, and of the others `isNull` alone.
 *
 * A filter without a column passes rows of which one column passes; where it says _not_, all of them must.
 *
 * @public
 */
export function createRowFilter(
  columns: ResultColumn[],
  filters: ResultFilter[],
): (row: ResultRow) => boolean {
  const tests = filters.map(filter => createRowTest(columns, filter));
  return row => tests.every(test => test(row));
}

function createRowTest(
  columns: ResultColumn[],
  filter: ResultFilter,
): (row: ResultRow) => boolean {
  const { column } = filter;
  if (column !== undefined) {
    const test = createValueTest(columns[column], filter);
    return row => test(row[column] ?? null);
  }
  const tests = columns.map(each => createValueTest(each, filter));
  return NEGATIVE.includes(filter.operator)
    ? row => tests.every((test, index) => test(row[index] ?? null))
    : row => tests.some((test, index) => test(row[index] ?? null));
}

function createValueTest(
  column: ResultColumn,
  { operator, value = '' }: ResultFilter,
): ValueTest {
  switch (operator) {
    case 'isNull':
      return each => each === null;
    case 'isNotNull':
      return each => each !== null;
    case 'contains':
      return notNullAnd(createTextMatcher(value));
    case 'startsWith':
      return notNullAnd(createTextMatcher(value, { atStart: true }));
    case 'notContains':
      return not(notNullAnd(createTextMatcher(value)));
    case 'notEquals':
      return not(createComparison(column, value, result => result === 0));
    case 'equals':
      return createComparison(column, value, result => result === 0);
    case 'lessThan':
      return createComparison(column, value, result => result < 0);
    case 'greaterThan':
      return createComparison(column, value, result => result > 0);
    default:
      throw new Error(`There is no filter operator '${operator}'`);
  }
}

function createComparison(
  column: ResultColumn,
  value: string,
  accepts: (result: number) => boolean,
): ValueTest {
  const order = orderOf(column);
  const key = order.keyOf(value);
  return notNullAnd(each => accepts(order.compare(order.keyOf(each), key)));
}

function notNullAnd(test: (value: string) => boolean): ValueTest {
  return value => value !== null && test(value);
}

function not(test: ValueTest): ValueTest {
  return value => !test(value);
}
