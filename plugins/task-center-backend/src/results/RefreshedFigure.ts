import { setTimeout as delay } from 'node:timers/promises';

const FRESH_MS = 1_000;
/** Looking must not take more than a twentieth of the time. */
const FRESH_PER_LOOK = 20;
const MAX_WAIT_MS = 2_000;
/** A look that takes so long is not waited for by the next one. */
const LOST_LOOK_MS = 20_000;

/**
 * A figure that is looked up now and then, and believed in between.
 *
 * @internal
 */
export class RefreshedFigure {
  private value = 0;
  private freshUntil = 0;
  private look: { done: Promise<void>; begunAt: number } | undefined;

  static create(load: () => Promise<number>): RefreshedFigure {
    return new RefreshedFigure(load);
  }

  private constructor(private readonly load: () => Promise<number>) {}

  /** The figure as it was known last. Looks again in the background when that was a while ago. */
  recent(): number {
    this.refresh();
    return this.value;
  }

  /** Waits until the figure is known, but never for long. */
  async settle(): Promise<void> {
    const look = this.refresh();
    await Promise.race([look, delay(MAX_WAIT_MS, undefined, { ref: false })]);
  }

  private refresh(): Promise<void> | undefined {
    const now = performance.now();
    if (now < this.freshUntil) {
      return undefined;
    }
    if (!this.look || now - this.look.begunAt > LOST_LOOK_MS) {
      this.look = { done: this.lookUp(now), begunAt: now };
    }
    return this.look.done;
  }

  /** Where storage fails, the last figure holds: the run is told of it by what it stores. */
  private async lookUp(begunAt: number): Promise<void> {
    const value = await this.load().catch(() => undefined);
    const took = performance.now() - begunAt;
    if (this.look?.begunAt === begunAt) {
      this.value = value ?? this.value;
      this.freshUntil =
        performance.now() + Math.max(FRESH_MS, FRESH_PER_LOOK * took);
      this.look = undefined;
    }
  }
}
