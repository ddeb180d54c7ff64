import { NumberedRow } from './NumberedRow';

/**
 * Where the grid has its rows from: a result set, or what a filter and an order make of it. Rows are counted from 0 in
 * the order in which they are shown.
 *
 * @internal
 */
export interface RowSource {
  /** Another one where other rows are shown. */
  key: string;
  rowCount: number;
  loadedCount: number;
  /** Why the last rows could not be loaded. */
  error: Error | undefined;
  /** Undefined while it is not loaded. */
  get(index: number): NumberedRow | undefined;
  /** Says which rows are in sight, both ends included. */
  want(first: number, last: number): void;
  /** Loads rows that follow each other, and keeps none of them. */
  read(
    offset: number,
    limit: number,
    signal?: AbortSignal,
  ): Promise<NumberedRow[]>;
  /** Everything that is loaded, in order. */
  loaded(): Iterable<[index: number, row: NumberedRow]>;
  retry(): void;
}
