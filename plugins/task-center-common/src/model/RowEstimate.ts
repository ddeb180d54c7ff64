/**
 * Asks how many rows statements would change or return. They are planned and not run; the database may compute constants and
 * call functions without side effects for the plan.
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
