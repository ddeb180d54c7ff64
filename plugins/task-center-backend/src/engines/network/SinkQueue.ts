import { ResultSink } from 'backstage-plugin-task-center-node';
import { setImmediate as nextTurn } from 'node:timers/promises';

const MAX_WAITING = 4;

/**
 * Hands over to a sink, one call at a time, what a connection delivers as fast as it can, and holds the connection
 * back while the sink lags behind.
 *
 * @internal
 */
export class SinkQueue {
  private readonly waiting: ((sink: ResultSink) => Promise<void>)[] = [];
  private pumping?: Promise<void>;
  private discarding = false;
  private held = false;

  /** What the sink threw. */
  failure?: unknown;

  constructor(
    private readonly sink: ResultSink,
    private readonly flow: {
      hold(): void;
      release(): void;
      onFailure(): void;
    },
  ) {}

  /** Whether the connection is held back. */
  get isHolding(): boolean {
    return this.held;
  }

  add(task: (sink: ResultSink) => Promise<void>): void {
    if (this.discarding) {
      return;
    }
    this.waiting.push(task);
    if (!this.held && this.waiting.length >= MAX_WAITING) {
      this.held = true;
      this.flow.hold();
    }
    this.pumping ??= this.pump();
  }

  /** Drops what waits and what will come, so that the connection runs dry. */
  discard(): void {
    this.discarding = true;
    this.waiting.length = 0;
    this.release();
  }

  /** Resolves when the sink has taken in all that it was given, or failed. */
  async drained(): Promise<void> {
    await this.pumping;
  }

  private async pump(): Promise<void> {
    try {
      while (this.waiting.length > 0) {
        const task = this.waiting.shift()!;
        await task(this.sink);
        // A fast server would have megabytes taken in before anything else of the backend gets its turn.
        await nextTurn();
        if (this.waiting.length < MAX_WAITING / 2) {
          this.release();
        }
      }
    } catch (error) {
      this.failure = error;
      this.discard();
      this.flow.onFailure();
    } finally {
      this.pumping = undefined;
    }
  }

  private release(): void {
    if (this.held) {
      this.held = false;
      this.flow.release();
    }
  }
}
