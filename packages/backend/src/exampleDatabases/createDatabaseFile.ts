import Database from 'better-sqlite3';
import { renameSync, rmSync } from 'node:fs';

/**
 * Creates a SQLite database. It takes its name only when it is complete, so that one whose creation was cut short is
 * never taken for it.
 *
 * @internal
 */
export function createDatabaseFile(
  file: string,
  fill: (database: Database.Database) => void,
): void {
  const draft = `${file}.${process.pid}.draft`;
  rmSync(draft, { force: true });
  try {
    const database = new Database(draft);
    try {
      // A draft that fails is thrown away, so nothing has to be able to come back.
      database.pragma('journal_mode = OFF');
      database.pragma('synchronous = OFF');
      database.transaction(() => fill(database))();
    } finally {
      database.close();
    }
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
