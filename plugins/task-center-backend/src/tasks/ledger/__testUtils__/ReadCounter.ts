import { SegmentStore } from '../../../streams';

/**
 * Notes which segments are read through a store.
 */
export class ReadCounter {
  private reads: { stream: string; number: number }[] = [];
  readonly store: SegmentStore;

  static create(store: SegmentStore): ReadCounter {
    return new ReadCounter(store);
  }

  private constructor(private readonly origin: SegmentStore) {
    const note = (stream: string, number: number) =>
      this.reads.push({ stream, number });
    this.store = Object.create(origin, {
      read: {
        async *value(...args: Parameters<SegmentStore['read']>) {
          for await (const segment of origin.read(...args)) {
            note(args[0].stream, segment.number);
            yield segment;
          }
        },
      },
    });
  }

  reset(): void {
    this.reads = [];
  }

  /** The numbers of the segments of a stream that were read, as often as they were. */
  of(stream: string): number[] {
    return this.reads
      .filter(read => read.stream === stream)
      .map(({ number }) => number)
      .sort((a, b) => a - b);
  }

  /** The numbers of the segments that hold the items for these statements, which count from 1. */
  async holding(stream: string, statements: number[]): Promise<number[]> {
    const infos = await this.origin.list({ owner: 'a-task', stream });
    return infos
      .filter(({ firstItem, itemCount }) =>
        statements.some(
          statement =>
            statement > firstItem && statement <= firstItem + itemCount,
        ),
      )
      .map(({ number }) => number);
  }
}
