import { setImmediate } from 'node:timers/promises';

/** A request passes the event loop a dozen times; it waits for one slice each time. */
const SLICE_MS = 3;
const LOOK_EVERY = 32;

/**
 * Divides long work into slices, between which the event loop serves others.
 *
 * @internal
 */
export class WorkPace {
  private began = performance.now();
  private steps = 0;

  /**
   * @param atRest - is called between slices; the work ends with what it throws
   */
  static create(atRest: () => Promise<void> | void): WorkPace {
    return new WorkPace(atRest);
  }

  private constructor(private readonly atRest: () => Promise<void> | void) {}

  /** To be asked after each small step. */
  get isRestDue(): boolean {
    this.steps += 1;
    return this.steps % LOOK_EVERY === 0 && this.isSliceOver;
  }

  /** To be asked after each step that may take a millisecond itself. */
  get isSliceOver(): boolean {
    return performance.now() - this.began > SLICE_MS;
  }

  async rest(): Promise<void> {
    await setImmediate();
    await this.atRest();
    this.began = performance.now();
  }
}
