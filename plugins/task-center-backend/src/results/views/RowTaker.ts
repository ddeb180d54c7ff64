import { CsvScanner } from '../CsvScanner';

/**
 * Takes rows of a result set, one by one.
 *
 * @internal
 */
export interface RowTaker {
  /** Which columns it reads. */
  readonly wanted: readonly boolean[];
  /**
   * Takes the present row of a scanner.
   *
   * @param position - the place of the row in the result set, from 0
   * @returns whether it has to settle before it can take more
   */
  take(position: number, scanner: CsvScanner): boolean;
  /** Hears that no more rows of a text come. */
  endText(): boolean;
  settle(): Promise<void>;
}
