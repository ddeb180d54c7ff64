import { Knex } from 'knex';
import { databaseNow, TaskRow, toNumber } from '../../database';

/**
 * A task that the worker still holds.
 *
 * @internal
 */
export interface HeldTask {
  id: string;
  attempt: number;
  abortRequested: boolean;
}

/**
 * Renews the leases of a worker on these tasks, and tells which of them it still holds and which are to be aborted. A
 * task that it does not name loses its lease in time, even when this worker claimed it.
 *
 * @internal
 */
export async function renewLeases(
  knex: Knex,
  options: { workerId: string; leaseMs: number; taskIds: string[] },
): Promise<HeldTask[]> {
  const rows: Pick<TaskRow, 'id' | 'attempt' | 'abort_requested_at'>[] =
    await knex<TaskRow>('tasks')
      .where({ worker_id: options.workerId })
      .whereIn('id', options.taskIds)
      .whereIn('status', ['preparing', 'running'])
      .update({
        lease_expires_at: knex.raw('? + ?', [
          databaseNow(knex),
          options.leaseMs,
        ]) as any,
      })
      .returning(['id', 'attempt', 'abort_requested_at']);
  return rows.map(row => ({
    id: row.id,
    attempt: row.attempt,
    abortRequested: toNumber(row.abort_requested_at) !== undefined,
  }));
}
