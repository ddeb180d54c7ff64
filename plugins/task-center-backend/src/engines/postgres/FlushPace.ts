const SHORT_MS = 0.5;
const SEVERAL = 16;

/**
 * How often the batches of a session ask for answers. Unasked, the server keeps them back until it has many, and what it
 * says of a long statement comes with what it says of those behind it. To send each answer by itself takes the server as
 * long as a short statement, so those share.
 *
 * @internal
 */
export class FlushPace {
  /** Behind how many statements the server is to send its answers. */
  flushEvery = 1;

  private constructor() {}

  static create(): FlushPace {
    return new FlushPace();
  }

  /** Says how long a batch took in which so many statements were answered. */
  note(statements: number, ms: number): void {
    this.flushEvery = ms > SHORT_MS * statements ? 1 : SEVERAL;
  }
}
