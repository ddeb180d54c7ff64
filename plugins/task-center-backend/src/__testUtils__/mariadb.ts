import { randomUUID } from 'node:crypto';
import { Connection, createConnection } from 'mysql2/promise';
import { mariadbConnection } from '../engines/__testUtils__/mariadb';

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
  const server = mariadbConnection();
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
