import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/**
 * A database of its own on the PostgreSQL server that the test set-up started.
 */
export interface TestPostgres {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  /** A connection to look at what became of a task. */
  admin: Client;
  drop(): Promise<void>;
}

/**
 * Creates a database to run tasks on.
 */
export async function createTestPostgres(): Promise<TestPostgres> {
  const given = process.env.TASK_CENTER_TEST_POSTGRES_URL;
  if (!given) {
    throw new Error(
      'There is no PostgreSQL to test with. Run the tests through `./dev test`, or with `node scripts/withServers.mjs`.',
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
  const root = new Client({ ...server, database: 'postgres' });
  await root.connect();
  await root.query(`CREATE DATABASE ${database}`);
  const admin = new Client({ ...server, database });
  await admin.connect();
  return {
    ...server,
    database,
    admin,
    async drop() {
      await admin.end();
      await root.query(`DROP DATABASE ${database} WITH (FORCE)`);
      await root.end();
    },
  };
}
