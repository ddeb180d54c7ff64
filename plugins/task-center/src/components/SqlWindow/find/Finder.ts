import { GridCell } from '../grid/GridSelection';

/**
 * Cells with a text that is looked for, as far as they are known.
 *
 * @internal
 */
export interface Finder {
  matches: GridCell[];
  /** Whether there can be more behind these. */
  hasMore: boolean;
  /** Looks on until something was found or the end is reached, and gives what is known then. */
  more(): Promise<GridCell[]>;
  /** How many rows have been looked at. */
  searchedRows: number;
  isSearching: boolean;
  /** Ends the search under way. */
  cancel(): void;
  error: Error | undefined;
}
