import { ResultSet } from 'backstage-plugin-task-center-common';

const MAX_ROWS = 10_000;
const MAX_BYTES = 4_000_000;

/**
 * Whether a result set can be loaded whole, so that the browser filters, sorts and finds in it by itself.
 *
 * @internal
 */
export function isSmallResultSet({ rowCount, bytes }: ResultSet): boolean {
  return rowCount <= MAX_ROWS && bytes <= MAX_BYTES;
}
