import { Connection } from 'mysql2';
import { setTimeout as delay } from 'node:timers/promises';
import { MysqlStatementKiller } from './createStatementKiller';
import { isPlainRead } from './isPlainRead';
import { MysqlServer } from './MysqlServer';
import { MysqlAddress } from './readMysqlConfig';
import { queryRows } from './queryRows';
import { StatementRun } from './StatementRun';
import { withControlConnection } from './withControlConnection';

const PATIENCE_MS = 500;

/**
 * Sees to it that a statement of which no more rows are wanted comes to its end: it may run dry for half a second, and
 * is then ended on the server if nothing but rows can be lost by that. When that fails, it just runs dry.
 *
 * @internal
 */
export async function stopReading(options: {
  run: StatementRun;
  killer: MysqlStatementKiller;
  sql: string;
  address: MysqlAddress;
  server: MysqlServer;
}): Promise<void> {
  const { run, killer, sql, address, server } = options;
  if (!isPlainRead(sql)) {
    return;
  }
  await Promise.race([run.ended, delay(PATIENCE_MS)]);
  if (run.hasEnded) {
    return;
  }
  await withControlConnection(address, server, async control => {
    const mayWrite = await namesStoredFunction(control, sql);
    if (!mayWrite && !run.hasEnded) {
      await killer.kill(control);
    }
  }).catch(() => {});
}

async function namesStoredFunction(
  control: Connection,
  sql: string,
): Promise<boolean> {
  const functions = await queryRows(
    control,
    `SELECT ROUTINE_NAME FROM information_schema.ROUTINES
      WHERE ROUTINE_TYPE = 'FUNCTION' AND ROUTINE_SCHEMA NOT IN ('sys', 'mysql')`,
  );
  const text = sql.toLowerCase();
  return functions.some(
    ([name]) => name !== null && text.includes(name.toLowerCase()),
  );
}
