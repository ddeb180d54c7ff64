import { startTimer } from './startTimer';

/**
 * Why a run is to stop before its end: somebody asked for it, its time is up, the worker is shutting down, its record
 * cannot be stored, or another worker holds the task now.
 *
 * @internal
 */
export type StopReason =
  | 'abort'
  | 'timeout'
  | 'shutdown'
  | 'storage-failed'
  | 'lease-lost';

/**
 * Tells a run to stop, once and for one reason.
 *
 * @internal
 */
export class RunControl {
  private readonly controller = new AbortController();
  private stopReason: StopReason | undefined;
  private stopTimer: () => void = () => {};

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
    this.stopTimer = startTimer(ms, () => this.stop('timeout'));
  }

  dispose(): void {
    this.stopTimer();
  }
}
