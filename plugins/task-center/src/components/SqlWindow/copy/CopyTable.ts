import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';

/**
 * What is copied: the chosen columns, and of each row the values in them.
 *
 * @internal
 */
export interface CopyTable {
  columns: ResultColumn[];
  rows: ResultRow[];
}
