import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { postgresConnection } from '../engines/__testUtils__/postgres';

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
  const server = postgresConnection();
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
