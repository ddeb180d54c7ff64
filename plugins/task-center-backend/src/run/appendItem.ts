import { Knex } from 'knex';
import { JsonLines, SegmentStore, StreamId, StreamWriter } from '../streams';

/**
 * Adds an item to a stream of a task that no worker is running.
 *
 * @internal
 */
export async function appendItem(
  segments: SegmentStore,
  stream: StreamId,
  item: { value: object; kind?: string },
  transaction?: Knex.Transaction,
): Promise<void> {
  const last = await segments.last(stream, transaction);
  const writer = StreamWriter.create(stream, { last });
  writer.append(JsonLines.encode(item.value), { kind: item.kind });
  const unsaved = await writer.unsaved();
  const prepared = await segments.prepare(stream, unsaved.segments);
  await segments.put(prepared, transaction);
}
