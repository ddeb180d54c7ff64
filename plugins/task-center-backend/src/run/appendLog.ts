import { Knex } from 'knex';
import { LogLevel } from 'backstage-plugin-task-center-common';
import { JsonLines, SegmentStore, StreamWriter } from '../streams';
import { logStream, StoredLogLine } from './record';

/**
 * Adds a line to the log of a task that no worker is running.
 *
 * @internal
 */
export async function appendLog(
  segments: SegmentStore,
  taskId: string,
  level: LogLevel,
  message: string,
  transaction?: Knex.Transaction,
): Promise<void> {
  const stream = logStream(taskId);
  const last = await segments.last(stream, transaction);
  const writer = StreamWriter.create(stream, last);
  const line: StoredLogLine = { t: Date.now(), l: level, m: message };
  writer.append(JsonLines.encode(line), { kind: level });
  const unsaved = await writer.unsaved();
  await segments.put(stream, unsaved.segments, transaction);
}
