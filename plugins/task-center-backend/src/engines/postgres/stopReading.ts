import { setTimeout as delay } from 'node:timers/promises';
import { StatementKiller } from '../network/StatementKiller';
import { mayWrite } from './mayWrite';
import { PostgresConnection } from './PostgresConnection';
import { StatementRun } from './StatementRun';

const PATIENCE_MS = 500;

/**
 * Sees to it that a query of which no more rows are wanted comes to its end: it may run dry for half a second, and is
 * then ended on the server if nothing but rows can be lost by that. When that cannot be found out, it just runs dry.
 *
 * @param inPortions - whether the query can be ended without a word to the server from outside, which would make the
 * transaction that is open fail
 * @internal
 */
export async function stopReading(options: {
  run: StatementRun;
  killer: StatementKiller<PostgresConnection>;
  sql: string;
  connection: PostgresConnection;
  inPortions: boolean;
  withControl(
    use: (control: PostgresConnection) => Promise<void>,
  ): Promise<void>;
}): Promise<void> {
  const { run, killer, sql, connection, inPortions, withControl } = options;
  if (!inPortions) {
    await Promise.race([run.ended, delay(PATIENCE_MS)]);
  }
  if (run.hasEnded) {
    return;
  }
  // Rows at full speed would leave no time for anything else.
  if (!inPortions) connection.hold();
  await withControl(async control => {
    if ((await mayWrite(control, sql)) || run.hasEnded) {
      return;
    }
    if (inPortions) run.decide('close');
    else await killer.kill(control);
  }).catch(() => {});
  if (!inPortions) connection.release();
  run.decide('run-dry');
}
