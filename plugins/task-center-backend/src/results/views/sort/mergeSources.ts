import { WorkPace } from '../../../streams';
import { RecordOrder } from './recordOrder';
import { RecordSink } from './RecordSink';
import { RecordSource } from './RecordSource';
import { SourceHeap } from './SourceHeap';

/**
 * Makes one sorted stream of several sorted sources.
 *
 * @internal
 */
export async function mergeSources(
  sources: RecordSource[],
  options: { order: RecordOrder; sink: RecordSink; pace: WorkPace },
): Promise<void> {
  const { order, sink, pace } = options;
  try {
    const filled: RecordSource[] = [];
    for (const source of sources) {
      if (await source.fetch()) {
        filled.push(source);
      }
    }
    const heap = SourceHeap.create(filled, order);
    for (let { first } = heap; first; { first } = heap) {
      if (sink.append(first.record, 1)) {
        await sink.flush();
      }
      if (first.advance() || (await first.fetch())) {
        heap.settle();
      } else {
        heap.removeFirst();
      }
      if (pace.isRestDue) {
        await pace.rest();
      }
    }
  } finally {
    await Promise.all(sources.map(source => source.close()));
  }
}
