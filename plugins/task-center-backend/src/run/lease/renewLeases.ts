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
 * Renews every lease of a worker, and tells which tasks it holds and which of them are to be aborted.
 *
 * @internal
 */
export async function renewLeases(
  knex: Knex,
  options: { workerId: string; leaseMs: number },
): Promise<HeldTask[]> {
  const rows: Pick<TaskRow, 'id' | 'attempt' | 'abort_requested_at'>[] =
    await knex<TaskRow>('tasks')
      .where({ worker_id: options.workerId })
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
