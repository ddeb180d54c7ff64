import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { DatabaseSession } from 'backstage-plugin-task-center-node';
import { execFileSync } from 'node:child_process';
import { SqliteEngine } from '../sqlite';

export function openSqliteSession(filename: string): Promise<DatabaseSession> {
  return SqliteEngine.create().openSession({
    config: new ConfigReader({ filename }),
    signal: new AbortController().signal,
    logger: mockServices.logger.mock(),
  });
}

/** The rows that the `sqlite3` shell prints for a query, every value as it writes it and NULL as null. */
export function queryWithShell(
  sql: string,
  filename: string,
): (string | null)[][] {
  const output = execFileSync(
    'sqlite3',
    [
      ...['-batch', '-list', '-readonly'],
      ...['-separator', '\x1f', '-newline', '\x1e', '-nullvalue', '\x1d'],
      filename,
    ],
    { input: `${sql};`, maxBuffer: 256 * 1024 * 1024 },
  );
  const records = output.toString('utf8').split('\x1e').slice(0, -1);
  return records.map(record =>
    record.split('\x1f').map(value => (value === '\x1d' ? null : value)),
  );
}
