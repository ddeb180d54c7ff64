const WINDOW_MS = 500;
const STALE_MS = 1_000;
const MAX_STATEMENTS = 10_000;

/**
 * Says through which statement the worker may send before it has to write that down again. The windows grow and shrink
 * with the speed of the statements, so that each holds about half a second of work: after a crash no more than that is
 * unknown, and fast scripts do not wait for storage after each statement.
 *
 * @internal
 */
export class DispatchWindow {
  private through = 0;
  private size = 1;
  private openedAt = 0;

  static create(): DispatchWindow {
    return new DispatchWindow();
  }

  private constructor() {}

  /**
   * @param first - the first statement that is to be sent now
   * @param last - the last one
   * @returns the last statement of a new window, if one has to be written down before they are sent
   */
  open(
    first: number,
    last: number = first,
    now: number = performance.now(),
  ): number | undefined {
    const age = now - this.openedAt;
    const exhausted = last > this.through;
    if (!exhausted && age < STALE_MS) {
      return undefined;
    }
    const done = this.size - (this.through - first + 1);
    this.size = Math.max(
      1,
      Math.min(
        MAX_STATEMENTS,
        this.size * 8,
        Math.ceil((Math.max(done, 1) / Math.max(age, 0.01)) * WINDOW_MS),
      ),
      last - first + 1,
    );
    this.through = first + this.size - 1;
    this.openedAt = now;
    return this.through;
  }
}
