import { Knex } from 'knex';
import { SegmentStore } from '../../../streams';
import { StoredView } from './ResultViewStore';
import { viewPrefix } from './viewStreams';

/**
 * Removes a view and all that is stored for it.
 *
 * @returns whether it was there
 * @internal
 */
export async function removeView(
  segments: SegmentStore,
  { id, taskId }: Pick<StoredView, 'id' | 'taskId'>,
  transaction: Knex.Transaction,
): Promise<boolean> {
  // The row first: from then on, whoever builds the view stores nothing more of it.
  const removed = await transaction('result_views').where({ id }).delete();
  const prefix = viewPrefix(id);
  await segments.remove([taskId], { prefix, transaction });
  return removed > 0;
}
