import { NumberedRow } from './NumberedRow';
import { RowSource } from './RowSource';

/**
 * Rows that are all in the page's memory.
 *
 * @internal
 */
export function orderedRows(key: string, rows: NumberedRow[]): RowSource {
  return {
    key,
    rowCount: rows.length,
    loadedCount: rows.length,
    error: undefined,
    get: index => rows[index],
    want: () => {},
    read: async (offset, limit) => rows.slice(offset, offset + limit),
    loaded: () => rows.entries(),
    retry: () => {},
  };
}
