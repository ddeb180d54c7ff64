import { ResultColumn } from 'backstage-plugin-task-center-common';

/**
 * What a column is called on the page, also where the statement gave it no name.
 *
 * @internal
 */
export function columnName({ name }: ResultColumn, index: number): string {
  return name || `(column ${index + 1})`;
}
