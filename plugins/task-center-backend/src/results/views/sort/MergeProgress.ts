/**
 * Counts the records that merges have written.
 *
 * @internal
 */
export class MergeProgress {
  private total: number | undefined;
  private done = 0;
  private sink: { readonly count: number } | undefined;
  private countBefore = 0;

  static create(): MergeProgress {
    return new MergeProgress();
  }

  private constructor() {}

  /** Absent before it has begun. */
  get value(): { done: number; total: number } | undefined {
    const { total, sink } = this;
    const now = sink ? sink.count - this.countBefore : 0;
    return total === undefined ? undefined : { done: this.done + now, total };
  }

  /**
   * @param total - how many records will be written in all
   */
  begin(total: number): void {
    this.total = total;
  }

  /** Counts what comes into a sink while something is done. */
  async follow(
    sink: { readonly count: number },
    merge: () => Promise<void>,
  ): Promise<void> {
    this.sink = sink;
    this.countBefore = sink.count;
    await merge();
    this.done += sink.count - this.countBefore;
    this.sink = undefined;
  }
}
