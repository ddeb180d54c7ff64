import { Knex } from 'knex';
import { SegmentStore } from '../../../streams';
import { VIEW_STREAM_PREFIX } from './viewStreams';

/**
 * Removes all views of a task, together with the results that they are made of.
 *
 * @internal
 */
export async function removeResultViews(
  segments: SegmentStore,
  taskId: string,
  transaction: Knex.Transaction,
): Promise<void> {
  // The rows first: from then on, whoever builds one of them stores nothing more.
  await transaction('result_views').where({ task_id: taskId }).delete();
  await segments.remove([taskId], { prefix: VIEW_STREAM_PREFIX, transaction });
}
