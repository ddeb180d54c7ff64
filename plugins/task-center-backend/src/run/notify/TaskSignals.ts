/**
 * Tells the pages that look at tasks of their changes, as well as it can: nothing depends on it but speed.
 *
 * @internal
 */
export interface TaskSignals {
  /** Says that a task has come, changed or gone. Does not wait, and does not fail. */
  changed(taskId: string): void;
}
