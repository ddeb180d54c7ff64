import { Connection } from 'mysql2';
import { toDatabaseError } from './toDatabaseError';
import { listenToEof } from './wire';

const TIMEOUT_MS = 10_000;

/**
 * Runs one of the engine's own small statements and gives its rows, every value as the server's text.
 *
 * @param onStatus - called, when there are rows, with the server's status behind them
 * @throws DatabaseError when the server refuses it or does not answer within ten seconds
 * @internal
 */
export function queryRows(
  connection: Connection,
  sql: string,
  onStatus?: (status: number) => void,
): Promise<(string | null)[][]> {
  let status = 0;
  return new Promise((resolve, reject) => {
    const query = connection.query(
      { sql, timeout: TIMEOUT_MS, typeCast: field => field.string() },
      (error, rows) => {
        if (error) {
          reject(toDatabaseError(error));
        } else {
          onStatus?.(status);
          resolve(Array.isArray(rows) ? (rows as (string | null)[][]) : []);
        }
      },
    );
    listenToEof(query, packet => {
      status = packet.eofStatusFlags();
    });
  });
}
