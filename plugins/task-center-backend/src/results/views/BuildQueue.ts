/**
 * Does so many things at once, and lets others wait in line.
 *
 * @internal
 */
export class BuildQueue {
  private readonly waiting = new Set<string>();
  private readonly running = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();

  /**
   * @param work - must not throw
   */
  static create(options: {
    atOnce: number;
    work: (id: string, signal: AbortSignal) => Promise<void>;
  }): BuildQueue {
    return new BuildQueue(options.atOnce, options.work);
  }

  private constructor(
    private readonly atOnce: number,
    private readonly work: (id: string, signal: AbortSignal) => Promise<void>,
  ) {}

  /** Puts something at the end of the line, unless it is there or under way. */
  add(id: string): void {
    if (!this.stopping.signal.aborted && !this.running.has(id)) {
      this.waiting.add(id);
      this.advance();
    }
  }

  /** Ends what is under way, and begins nothing more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.waiting.clear();
    await Promise.all(this.running.values());
  }

  private advance(): void {
    for (const id of this.waiting) {
      if (this.running.size >= this.atOnce) {
        return;
      }
      this.waiting.delete(id);
      const done = this.work(id, this.stopping.signal).finally(() => {
        this.running.delete(id);
        this.advance();
      });
      this.running.set(id, done);
    }
  }
}
