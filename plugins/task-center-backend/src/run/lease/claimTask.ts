import { Knex } from 'knex';
import { databaseNow, isPostgres, TaskRow } from '../../database';
import { countHeldTasks } from './countHeldTasks';
import { IS_HELD, IS_WAITING } from './taskPlaces';
import { LINE_ORDER, waitingTasks } from './waitingTasks';

/** Sets our advisory locks apart from those of others in the same database. */
const CLAIM_LOCK = 730_511_202;

interface ClaimOptions {
  workerId: string;
  leaseMs: number;
  places: Map<string, number>;
}

/**
 * Takes the task whose turn it is among those that may run now, and gives this worker a lease on it. See `waitingTasks`
 * for whose turn it is.
 *
 * Tasks on connections that this worker does not know are left to others: it may be the older one of a deployment that is
 * under way.
 *
 * @param places - how many tasks may run at once on each connection that is configured
 * @internal
 */
export async function claimTask(
  knex: Knex,
  options: ClaimOptions,
): Promise<TaskRow | undefined> {
  const held = await countHeldTasks(knex);
  const free = [...options.places]
    .filter(([connection, most]) => (held.get(connection) ?? 0) < most)
    .map(([connection]) => connection);
  for (const connection of await findLines(knex, free)) {
    const task = await claimOn(knex, connection, options);
    if (task) {
      return task;
    }
  }
  return undefined;
}

/** Those of these connections that have tasks in line, beginning with the one whose first task comes first of all. */
async function findLines(knex: Knex, connections: string[]): Promise<string[]> {
  if (connections.length === 0) {
    return [];
  }
  // Who comes first of all comes first of their own tasks.
  const numbered = knex
    .select('*')
    .rowNumber('position', LINE_ORDER as any, 'connection')
    .from(waitingTasks(knex, connections).where('own_turn', 1).as('line'))
    .as('numbered');
  const rows: { connection: string }[] = await knex
    .select('connection')
    .from(numbered)
    .where('position', 1)
    .orderBy(LINE_ORDER);
  return rows.map(row => row.connection);
}

/**
 * Workers claim side by side on different connections, and one after the other on the same one: with the task rows alone
 * locked, two of them could each count the same free place and fill it twice. So the places are counted again by a
 * statement that begins when the lock is held and sees what the worker before has committed.
 */
async function claimOn(
  knex: Knex,
  connection: string,
  options: ClaimOptions,
): Promise<TaskRow | undefined> {
  const claim = async (transaction: Knex.Transaction) => {
    if (isPostgres(knex)) {
      await transaction.raw('select pg_advisory_xact_lock(?, hashtext(?))', [
        CLAIM_LOCK,
        connection,
      ]);
    }
    const [task] = await transaction<TaskRow>('tasks')
      .whereRaw(IS_WAITING)
      .where('id', firstInLine(transaction, connection))
      .whereRaw('? > ?', [
        options.places.get(connection)!,
        transaction('tasks').count().whereRaw(IS_HELD).where({ connection }),
      ])
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
  };
  return isPostgres(knex)
    ? knex.transaction(claim, { isolationLevel: 'read committed' })
    : knex.transaction(claim);
}

/** Passes over a task that is being aborted just now. */
function firstInLine(transaction: Knex.Transaction, connection: string) {
  const query = transaction('tasks')
    .select('tasks.id')
    .join(
      waitingTasks(transaction, [connection]).as('line'),
      'line.id',
      'tasks.id',
    )
    .whereRaw(IS_WAITING)
    .orderBy(LINE_ORDER.map(column => `line.${column}`))
    .limit(1);
  return isPostgres(transaction)
    ? query.forUpdate('tasks').skipLocked()
    : query;
}
