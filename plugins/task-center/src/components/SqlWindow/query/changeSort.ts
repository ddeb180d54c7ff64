import { ResultSort } from 'backstage-plugin-task-center-common';

/**
 * The order after a column was told how to be sorted.
 *
 * @param direction - `none` takes the column out of the order
 * @param isAdded - whether the order so far stays, and the column decides where it leaves rows equal
 * @internal
 */
export function changeSort(
  sort: ResultSort[],
  column: number,
  direction: 'ascending' | 'descending' | 'none',
  isAdded: boolean,
): ResultSort[] {
  const own: ResultSort[] =
    direction === 'none'
      ? []
      : [
          direction === 'descending'
            ? { column, descending: true }
            : { column },
        ];
  if (!isAdded) {
    return own;
  }
  const at = sort.findIndex(other => other.column === column);
  return at < 0
    ? [...sort, ...own]
    : [...sort.slice(0, at), ...own, ...sort.slice(at + 1)];
}

/**
 * What a column's order becomes when its arrow is pressed: ascending, descending, none.
 *
 * @internal
 */
export function nextDirection(
  sort: ResultSort[],
  column: number,
): 'ascending' | 'descending' | 'none' {
  const own = sort.find(other => other.column === column);
  if (!own) {
    return 'ascending';
  }
  return own.descending ? 'none' : 'descending';
}
