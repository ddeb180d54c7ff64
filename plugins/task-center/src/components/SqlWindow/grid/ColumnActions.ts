import { ResultFilter } from 'backstage-plugin-task-center-common';

/** @internal */
export type SortDirection = 'ascending' | 'descending' | 'none';

/**
 * What can be done with a column. Columns are those of the result set, from 0.
 *
 * @internal
 */
export interface ColumnActions {
  /** `isAdded`: the order so far stays, and this column comes behind it. */
  sort(column: number, direction: SortDirection, isAdded: boolean): void;
  /** Asks for a filter on the column. */
  requestFilter(column: number): void;
  addFilter(filter: ResultFilter): void;
  clearFilters(column: number): void;
  hide(column: number): void;
  copy(column: number): void;
}
