import { ResultRow } from 'backstage-plugin-task-center-common';

/**
 * A row with its position in the result set, from 0, which it keeps wherever a filter or an order puts it.
 *
 * @internal
 */
export interface NumberedRow {
  position: number;
  values: ResultRow;
}
