import {
  createRowComparator,
  createRowFilter,
  ResultColumn,
} from 'backstage-plugin-task-center-common';
import { GridQuery } from '../query/GridQuery';
import { NumberedRow } from './NumberedRow';

/**
 * Those of the rows that pass the filters, in the order that is asked for: the same as the service makes of a whole
 * result set, by the same rules.
 *
 * @internal
 */
export function queryRows(
  rows: Iterable<NumberedRow>,
  columns: ResultColumn[],
  { filters, sort }: Pick<GridQuery, 'filters' | 'sort'>,
): NumberedRow[] {
  const passes = createRowFilter(columns, filters);
  const found: NumberedRow[] = [];
  for (const row of rows) {
    if (passes(row.values)) {
      found.push(row);
    }
  }
  const compare = createRowComparator(columns, sort);
  return sort.length
    ? found.sort((a, b) => compare(a.values, b.values))
    : found;
}
