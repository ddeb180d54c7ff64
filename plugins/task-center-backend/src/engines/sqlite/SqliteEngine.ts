import { Config } from '@backstage/config';
import {
  DatabaseEngine,
  DatabaseError,
  DatabaseSession,
  OpenSessionOptions,
} from 'backstage-plugin-task-center-node';
import { stat } from 'node:fs/promises';
import { basename, resolve as resolvePath } from 'node:path';
import { endSqliteProcess } from './endSqliteProcess';
import { estimateSqliteRows } from './estimateSqliteRows';
import { readSqliteSchema } from './readSqliteSchema';
import { SqliteChild } from './SqliteChild';
import { SqliteReply } from './sqliteProtocol';
import { SqliteSession } from './SqliteSession';

/**
 * SQLite database files. Each session runs in a process of its own, because SQLite keeps the thread that it runs in
 * until a statement is done.
 *
 * @public
 */
export class SqliteEngine implements DatabaseEngine {
  readonly id = 'sqlite';
  readonly dialect = 'sqlite';
  readonly estimateRows = estimateSqliteRows;
  readonly readSchema = readSqliteSchema;

  private constructor() {}

  static create(): SqliteEngine {
    return new SqliteEngine();
  }

  describe(config: Config): { database?: string } {
    return { database: basename(config.getString('filename')) };
  }

  async openSession({
    config,
    signal,
  }: OpenSessionOptions): Promise<DatabaseSession> {
    const filename = resolvePath(config.getString('filename'));
    await assertFile(filename);
    const child = SqliteChild.start();
    try {
      const reply = await open(child, filename, signal);
      if (reply.type === 'opened') {
        return new SqliteSession(child, reply.version);
      }
      const { message, code } = reply as SqliteReply & { type: 'failed' };
      throw new DatabaseError(`Could not open ${filename}: ${message}`, {
        code,
        connectionLost: true,
      });
    } catch (error) {
      child.kill();
      await child.gone;
      throw error;
    }
  }

  async endOrphanedSession(sessionId: string): Promise<void> {
    await endSqliteProcess(sessionId);
  }
}

function open(
  child: SqliteChild,
  filename: string,
  signal: AbortSignal,
): Promise<SqliteReply> {
  return new Promise((resolve, reject) => {
    const giveUp = () =>
      reject(new DatabaseError(`Gave up opening ${filename}`));
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    child.listen(reply => {
      signal.removeEventListener('abort', giveUp);
      resolve(reply);
    });
    child.gone.then(() => reject(child.describeEnd()));
    child.send({ type: 'open', filename });
  });
}

async function assertFile(filename: string): Promise<void> {
  const found = await stat(filename).catch(() => undefined);
  if (!found?.isFile()) {
    throw new DatabaseError(
      found
        ? `${filename} is not a database file`
        : `The database file ${filename} does not exist`,
      { code: 'SQLITE_CANTOPEN', connectionLost: true },
    );
  }
}
