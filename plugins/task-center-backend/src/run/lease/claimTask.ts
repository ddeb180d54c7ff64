import { Knex } from 'knex';
import { databaseNow, isPostgres, TaskRow } from '../../database';

const CLAIM_LOCK = 7_305_112_026;

/**
 * Takes the oldest task that may run now and gives this worker a lease on it.
 *
 * Tasks on connections that this worker does not know are left to others: it may be the older one of a deployment that is
 * under way.
 *
 * Workers claim one after the other: with the tasks alone locked, two of them could each count the same free place of a
 * connection and fill it twice.
 *
 * @param places - how many tasks may run at once on each connection that is configured
 * @internal
 */
export async function claimTask(
  knex: Knex,
  options: {
    workerId: string;
    leaseMs: number;
    places: Map<string, number>;
  },
): Promise<TaskRow | undefined> {
  return knex.transaction(async transaction => {
    if (isPostgres(knex)) {
      await transaction.raw('select pg_advisory_xact_lock(?)', [CLAIM_LOCK]);
    }
    const free = await findFreeConnections(transaction, options.places);
    const candidate = await transaction<TaskRow>('tasks')
      .select('id')
      .where({ status: 'preparing' })
      .whereNull('worker_id')
      .whereIn('connection', free)
      .orderBy(['created_at', 'id'])
      .first();
    if (!candidate) {
      return undefined;
    }
    const [task] = await transaction<TaskRow>('tasks')
      .where({ id: candidate.id, status: 'preparing' })
      .whereNull('worker_id')
      .update({
        worker_id: options.workerId,
        attempt: transaction.raw('attempt + 1'),
        lease_expires_at: transaction.raw('? + ?', [
          databaseNow(knex),
          options.leaseMs,
        ]) as any,
      })
      .returning('*');
    return task;
  });
}

async function findFreeConnections(
  transaction: Knex.Transaction,
  places: Map<string, number>,
): Promise<string[]> {
  const counts: { connection: string; running: number | string }[] =
    await transaction('tasks')
      .select('connection')
      .count({ running: '*' })
      .whereIn('status', ['preparing', 'running'])
      .whereNotNull('worker_id')
      .groupBy('connection');
  const running = new Map(counts.map(row => [row.connection, row.running]));
  return [...places]
    .filter(([connection, most]) => Number(running.get(connection) ?? 0) < most)
    .map(([connection]) => connection);
}
