import { Connection } from 'mysql2';
import { toDatabaseError } from './toDatabaseError';

const TIMEOUT_MS = 10_000;

/**
 * Runs one of the engine's own small statements and gives its rows, every value as the server's text.
 *
 * @throws DatabaseError when the server refuses it or does not answer within ten seconds
 * @internal
 */
export function queryRows(
  connection: Connection,
  sql: string,
): Promise<(string | null)[][]> {
  return new Promise((resolve, reject) => {
    connection.query(
      { sql, timeout: TIMEOUT_MS, typeCast: field => field.string() },
      (error, rows) => {
        if (error) {
          reject(toDatabaseError(error));
        } else {
          resolve(Array.isArray(rows) ? (rows as (string | null)[][]) : []);
        }
      },
    );
  });
}
