/**
 * Asks how many rows statements would change or return. They are not run.
 *
 * @public
 */
export interface EstimateRequest {
  /** At most ten, of at most 64 Ki characters each. */
  statements: string[];
}

/**
 * How many rows the database takes a statement to change or return.
 *
 * @public
 */
export interface RowEstimate {
  /** Absent where there is no estimate. */
  rows?: number;
  /** Why there is none, in a sentence, where something stands against it. */
  problem?: string;
}
