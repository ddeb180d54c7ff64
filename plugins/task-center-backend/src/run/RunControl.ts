/**
 * Why a run is to stop before its end: somebody asked for it, its time is up, the worker is shutting down, or another
 * worker holds the task now.
 *
 * @internal
 */
export type StopReason = 'abort' | 'timeout' | 'shutdown' | 'lease-lost';

/**
 * Tells a run to stop, once and for one reason.
 *
 * @internal
 */
export class RunControl {
  private readonly controller = new AbortController();
  private stopReason: StopReason | undefined;
  private timer: NodeJS.Timeout | undefined;

  static create(): RunControl {
    return new RunControl();
  }

  private constructor() {}

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get reason(): StopReason | undefined {
    return this.stopReason;
  }

  stop(reason: StopReason): void {
    if (!this.stopReason) {
      this.stopReason = reason;
      this.controller.abort();
    }
  }

  /** Stops the run when it has gone on for this long from now. */
  limit(ms: number): void {
    const until = Date.now() + ms;
    const wait = () => {
      const left = until - Date.now();
      if (left <= 0) {
        this.stop('timeout');
      } else {
        // A timer of Node.js counts no more than 24 days.
        this.timer = setTimeout(wait, Math.min(left, 2 ** 31 - 1));
      }
    };
    wait();
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
