import { setImmediate, setTimeout } from 'node:timers/promises';

/** A request passes the event loop a dozen times; it waits for one slice each time. */
const SLICE_MS = 3;
const LOOK_EVERY = 32;
/** Behind a step that cannot be divided and took so long, others are left alone for so many times as long. */
const LONG_MS = 2 * SLICE_MS;
const REST_TIMES = 3;

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

  /**
   * @param workedMs - for how long others were not served, where a single step may take long
   */
  async rest(workedMs: number = 0): Promise<void> {
    await (workedMs > LONG_MS
      ? setTimeout(REST_TIMES * workedMs)
      : setImmediate());
    await this.atRest();
    this.began = performance.now();
  }
}
