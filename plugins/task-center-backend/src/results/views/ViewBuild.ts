import { encodeCsvRecord } from 'backstage-plugin-task-center-common';
import { readTexts, SegmentStore, StreamId, WorkPace } from '../../streams';
import { ResultSetInfo, resultStream } from '../ResultSetStore';
import {
  createRecordOrder,
  RecordSink,
  RecordSorter,
  SortLimits,
} from './sort';
import { RowCopier } from './RowCopier';
import { RowTaker } from './RowTaker';
import { scanRows } from './scanRows';
import { ViewBuildError } from './ViewBuildError';
import { runPrefix, ViewClaim, viewStream } from './store';
import { ViewRunStore } from './ViewRunStore';

const RENEW_MS = 1_000;

/**
 * @internal
 */
export interface ViewBuildOptions {
  claim: ViewClaim;
  result: ResultSetInfo;
  segments: SegmentStore;
  limits: SortLimits;
  signal: AbortSignal;
}

/**
 * Makes a view of a result set: reads its segments one by one, and writes the stream of the view.
 *
 * @internal
 */
export class ViewBuild {
  private readonly pace: WorkPace;
  private scannedRows = 0;
  private sorter: RecordSorter | undefined;
  private renewedAt = performance.now();

  static create(options: ViewBuildOptions): ViewBuild {
    return new ViewBuild(options);
  }

  private constructor(private readonly options: ViewBuildOptions) {
    this.pace = WorkPace.create(() => this.look());
  }

  /**
   * @throws ViewLostError when the view was removed, or another backend builds it
   */
  async run(): Promise<void> {
    const { claim, result, segments } = this.options;
    const { view } = claim;
    const sink = this.createSink(viewStream(view));
    const names = result.columns.map(({ name }) => name);
    sink.append(encodeCsvRecord(['position', ...names]), 1);
    await (view.spec.sort?.length ? this.sortInto(sink) : this.copyInto(sink));
    await sink.end();
    const rows = { scannedRows: this.scannedRows, rowCount: sink.count - 1 };
    await claim.finish(rows, transaction =>
      segments.remove([view.taskId], { prefix: runPrefix(view), transaction }),
    );
  }

  private async copyInto(sink: RecordSink): Promise<void> {
    await this.scan(RowCopier.create(sink));
  }

  private async sortInto(sink: RecordSink): Promise<void> {
    const { claim, result, segments, limits } = this.options;
    const runs = ViewRunStore.create({
      claim,
      segments,
      createSink: stream => this.createSink(stream),
    });
    const sorter = RecordSorter.create({
      order: createRecordOrder(result.columns, claim.view.spec.sort ?? []),
      runs,
      pace: this.pace,
      limits,
    });
    await this.scan(sorter);
    this.sorter = sorter;
    await sorter.finish(sink);
  }

  private async scan(taker: RowTaker): Promise<void> {
    const { claim, result, segments } = this.options;
    const stream = resultStream(result.taskId, result.number);
    await scanRows({
      texts: readTexts(segments, stream),
      columns: result.columns,
      filters: claim.view.spec.filters ?? [],
      taker,
      pace: this.pace,
      progress: scannedRows => {
        this.scannedRows = scannedRows;
      },
    });
    if (this.scannedRows !== result.rowCount) {
      throw new ViewBuildError(
        'The rows of the result set were removed while they were read.',
      );
    }
  }

  private createSink(stream: StreamId): RecordSink {
    const { claim, segments } = this.options;
    return RecordSink.create(stream, async unsaved => {
      const prepared = await segments.prepare(stream, unsaved.segments);
      await claim.save(transaction => segments.put(prepared, transaction));
    });
  }

  /** Between slices of work. */
  private async look(): Promise<void> {
    const { claim, signal } = this.options;
    signal.throwIfAborted();
    if (performance.now() - this.renewedAt > RENEW_MS) {
      this.renewedAt = performance.now();
      const { scannedRows, sorter } = this;
      await claim.renew({ scannedRows, merging: sorter?.merging });
    }
  }
}
