import { WorkPace } from '../../../streams';
import { CsvScanner } from '../../CsvScanner';
import { RowTaker } from '../RowTaker';
import { countMerges, groupRuns, MergeLimits } from './groupRuns';
import { MergeProgress } from './MergeProgress';
import { mergeSources } from './mergeSources';
import { RecordOrder } from './recordOrder';
import { RecordSink } from './RecordSink';
import { Run, RunStore } from './RunStore';
import { RecordEntry, SortedBatch } from './SortedBatch';
import { StoredRun } from './StoredRun';

const BATCH_ROWS = 1_024;
const BATCH_CHARS = 256 * 1024;
// The rows of a batch keep the texts in memory that they come from.
const BATCH_TEXTS = 8;
// What a record takes beside its text.
const RECORD_BYTES = 256;

/**
 * @internal
 */
export interface SortLimits extends MergeLimits {
  /** How many bytes of memory records take, about, when they are stored as a run. */
  runBytes: number;
}

/**
 * @internal
 */
export const DEFAULT_SORT_LIMITS: SortLimits = {
  runBytes: 16 * 2 ** 20,
  fanIn: 32,
  bytes: 40 * 2 ** 20,
};

/**
 * @internal
 */
export interface RecordSorterOptions {
  order: RecordOrder;
  runs: RunStore;
  pace: WorkPace;
  limits: SortLimits;
}

/**
 * Sorts any number of rows in little memory: an external merge sort.
 *
 * Batches are small enough to be sorted in one slice of work. As many of them as memory is meant to hold are merged
 * into a run, which is stored; and runs are merged until there is one, the result.
 *
 * @internal
 */
export class RecordSorter implements RowTaker {
  private pending: RecordEntry[] = [];
  private pendingChars = 0;
  private pendingTexts = 0;
  private sorted: SortedBatch[] = [];
  private sortedBytes = 0;
  private runs: Run[] = [];
  private count = 0;
  private readonly merged = MergeProgress.create();

  static create(options: RecordSorterOptions): RecordSorter {
    return new RecordSorter(options);
  }

  private constructor(private readonly options: RecordSorterOptions) {}

  get wanted(): readonly boolean[] {
    return this.options.order.wantedOfRow;
  }

  take(position: number, scanner: CsvScanner): boolean {
    this.count += 1;
    const key = this.options.order.keyOfRow(scanner.fields);
    const record = `${position},${scanner.record}`;
    this.pending.push({ key, position, record });
    this.pendingChars += record.length;
    return (
      this.pending.length >= BATCH_ROWS || this.pendingChars >= BATCH_CHARS
    );
  }

  endText(): boolean {
    this.pendingTexts += Number(this.pending.length > 0);
    return this.pendingTexts >= BATCH_TEXTS;
  }

  async settle(): Promise<void> {
    const { pace, limits } = this.options;
    await pace.rest();
    this.sortPending();
    if (this.sortedBytes >= limits.runBytes) {
      await this.writeRun();
    }
    if (pace.isSliceOver) {
      await pace.rest();
    }
  }

  /** How far {@link RecordSorter.finish} is, in rows that are written; a row may be written several times. */
  get merging(): { done: number; total: number } | undefined {
    return this.merged.value;
  }

  /** Writes all that was taken. */
  async finish(sink: RecordSink): Promise<void> {
    this.sortPending();
    if (this.runs.length === 0) {
      this.merged.begin(this.count);
      await this.merged.follow(sink, () => this.mergeSorted(sink));
      return;
    }
    if (this.sorted.length > 0) {
      await this.writeRun();
    }
    this.merged.begin(this.count * countMerges(this.runs, this.options.limits));
    const runs = await this.reduceRuns();
    await this.merged.follow(sink, () => this.mergeRuns(runs, sink));
  }

  private sortPending(): void {
    const { pending, pendingChars } = this;
    this.pending = [];
    this.pendingChars = 0;
    this.pendingTexts = 0;
    if (pending.length > 0) {
      this.sorted.push(SortedBatch.create(pending, this.options.order));
      this.sortedBytes += pendingChars + RECORD_BYTES * pending.length;
    }
  }

  private async writeRun(): Promise<void> {
    const run = { pass: 0, number: this.runs.length };
    this.runs.push(await this.write(run, sink => this.mergeSorted(sink)));
  }

  private async mergeSorted(sink: RecordSink): Promise<void> {
    const { sorted } = this;
    this.sorted = [];
    this.sortedBytes = 0;
    await mergeSources(sorted, { ...this.options, sink });
  }

  /** Merges runs until there are few enough of them for the last merge. */
  private async reduceRuns(): Promise<Run[]> {
    const { runs: store, limits } = this.options;
    let { runs } = this;
    for (let pass = 1; ; pass++) {
      const groups = groupRuns(runs, limits);
      if (groups.length === 1) {
        return runs;
      }
      runs = [];
      for (const group of groups) {
        const merged = await this.write({ pass, number: runs.length }, sink =>
          this.merged.follow(sink, () => this.mergeRuns(group, sink)),
        );
        runs.push(merged);
      }
      await store.removePass(pass - 1);
    }
  }

  private async mergeRuns(runs: Run[], sink: RecordSink): Promise<void> {
    const { order, runs: store } = this.options;
    const sources = runs.map(run => StoredRun.create(store.read(run), order));
    await mergeSources(sources, { ...this.options, sink });
  }

  private async write(
    run: Pick<Run, 'pass' | 'number'>,
    fill: (sink: RecordSink) => Promise<void>,
  ): Promise<Run> {
    const sink = this.options.runs.createSink(run);
    await fill(sink);
    await sink.end();
    return { ...run, largestSegment: sink.largestSegment };
  }
}
