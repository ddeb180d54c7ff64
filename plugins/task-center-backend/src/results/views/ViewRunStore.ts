import { readTexts, SegmentStore, StreamId } from '../../streams';
import { RecordSink, Run, RunStore } from './sort';
import { runPrefix, runStream, ViewClaim } from './store';

/**
 * @internal
 */
export interface ViewRunStoreOptions {
  claim: ViewClaim;
  segments: SegmentStore;
  createSink: (stream: StreamId) => RecordSink;
}

/**
 * Keeps the runs of a view's sort as streams of its task.
 *
 * @internal
 */
export class ViewRunStore implements RunStore {
  static create(options: ViewRunStoreOptions): ViewRunStore {
    return new ViewRunStore(options);
  }

  private constructor(private readonly options: ViewRunStoreOptions) {}

  createSink(run: Pick<Run, 'pass' | 'number'>): RecordSink {
    return this.options.createSink(this.streamOf(run));
  }

  async *read(run: Run): AsyncGenerator<string, void> {
    const { segments } = this.options;
    for await (const { text } of readTexts(segments, this.streamOf(run))) {
      yield text;
    }
  }

  async removePass(pass: number): Promise<void> {
    const { claim, segments } = this.options;
    const { view } = claim;
    const prefix = runPrefix(view, pass);
    await claim.save(transaction =>
      segments.remove([view.taskId], { prefix, transaction }),
    );
  }

  private streamOf(run: Pick<Run, 'pass' | 'number'>): StreamId {
    return runStream(this.options.claim.view, run);
  }
}
