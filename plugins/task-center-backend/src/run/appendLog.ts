import { Knex } from 'knex';
import { LogLevel } from 'backstage-plugin-task-center-common';
import { SegmentStore } from '../streams';
import { appendItem } from './appendItem';
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
  const value: StoredLogLine = { t: Date.now(), l: level, m: message };
  await appendItem(
    segments,
    logStream(taskId),
    { value, kind: level },
    transaction,
  );
}
