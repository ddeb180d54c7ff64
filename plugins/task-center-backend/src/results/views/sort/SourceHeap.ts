import { RecordOrder } from './recordOrder';
import { RecordSource } from './RecordSource';

/**
 * Knows which of many sources has the record that comes first.
 *
 * @internal
 */
export class SourceHeap {
  private readonly sources: RecordSource[];

  static create(sources: RecordSource[], order: RecordOrder): SourceHeap {
    return new SourceHeap(sources, order);
  }

  private constructor(
    sources: RecordSource[],
    private readonly order: RecordOrder,
  ) {
    this.sources = sources.slice().sort((a, b) => this.compare(a, b));
  }

  /** The source whose record comes first. */
  get first(): RecordSource | undefined {
    return this.sources[0];
  }

  /** Is to be called when the first source has gone to its next record. */
  settle(): void {
    const { sources } = this;
    const moved = sources[0];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (
        child + 1 < sources.length &&
        this.compare(sources[child + 1], sources[child]) < 0
      ) {
        child += 1;
      }
      if (child >= sources.length || this.compare(moved, sources[child]) <= 0) {
        break;
      }
      sources[at] = sources[child];
      at = child;
    }
    sources[at] = moved;
  }

  /** Is to be called when the first source has no more records. */
  removeFirst(): void {
    const last = this.sources.pop()!;
    if (this.sources.length > 0) {
      this.sources[0] = last;
      this.settle();
    }
  }

  private compare(a: RecordSource, b: RecordSource): number {
    return this.order.compare(a.key, b.key) || a.position - b.position;
  }
}
