/**
 * Tells the pages that tasks have come, changed or gone, as well as it can: nothing depends on it but speed.
 *
 * @internal
 */
export interface TaskSignals {
  /** To be called when the change is stored. Does not wait, and does not fail. */
  changed(): void;
}
