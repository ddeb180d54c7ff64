import { randomUUID } from 'node:crypto';
import { Connection, createConnection } from 'mysql2/promise';

/**
 * A database of its own on the MariaDB server that the test set-up started.
 */
export interface TestMariadb {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  /** A connection to look at what became of a task. */
  admin: Connection;
  drop(): Promise<void>;
}

/**
 * Creates a database to run tasks on.
 */
export async function createTestMariadb(): Promise<TestMariadb> {
  const given = process.env.TASK_CENTER_TEST_MARIADB_URL;
  if (!given) {
    throw new Error(
      'There is no MariaDB to test with. Run the tests through `./dev test`, or with `node scripts/withServers.mjs`.',
    );
  }
  const url = new URL(given);
  const server = {
    host: url.hostname,
    port: Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
  const database = `test_${randomUUID().slice(0, 8)}`;
  const admin = await createConnection(server);
  await admin.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4`);
  await admin.changeUser({ database });
  return {
    ...server,
    database,
    admin,
    async drop() {
      await admin.query(`DROP DATABASE ${database}`);
      await admin.end();
    },
  };
}
