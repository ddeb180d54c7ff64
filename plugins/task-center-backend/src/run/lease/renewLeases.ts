import { Knex } from 'knex';
import { databaseNow, TaskRow, toNumber } from '../../database';

/**
 * A task that the worker still holds.
 *
 * @internal
 */
export interface HeldTask {
  id: string;
  abortRequested: boolean;
}

/**
 * Renews the leases of a worker on these tasks, and tells which of them it still holds and which are to be aborted. A
 * task that it does not name loses its lease in time, even when this worker claimed it.
 *
 * @param timeoutMs - when the database has not answered within this time, its connection is given up
 * @internal
 */
export async function renewLeases(
  knex: Knex,
  options: {
    workerId: string;
    leaseMs: number;
    timeoutMs: number;
    tasks: Pick<TaskRow, 'id' | 'attempt'>[];
  },
): Promise<HeldTask[]> {
  const rows: Pick<TaskRow, 'id' | 'abort_requested_at'>[] =
    await knex<TaskRow>('tasks')
      .where({ worker_id: options.workerId })
      .whereIn(
        ['id', 'attempt'],
        options.tasks.map(({ id, attempt }) => [id, attempt]) as any,
      )
      .whereIn('status', ['preparing', 'running'])
      .update({
        lease_expires_at: knex.raw('? + ?', [
          databaseNow(knex),
          options.leaseMs,
        ]) as any,
      })
      .returning(['id', 'abort_requested_at'])
      .timeout(options.timeoutMs);
  return rows.map(row => ({
    id: row.id,
    abortRequested: toNumber(row.abort_requested_at) !== undefined,
  }));
}
