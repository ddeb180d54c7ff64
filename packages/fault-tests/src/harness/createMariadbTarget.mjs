import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';

/**
 * A database on a private MariaDB for tasks to run on, with a user of its own
 * and the table `marks`, on which an INSERT takes a millisecond or more.
 */
export async function createMariadbTarget(server) {
  const url = new URL(server.url);
  const root = {
    host: url.hostname,
    port: Number(url.port),
    user: url.username,
    password: url.password,
  };
  const name = `target_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  const query = (sql, values) => queryOnce(root, sql, values);
  await query(`CREATE DATABASE ${name}`);
  await query(`CREATE USER ${name} IDENTIFIED BY '${password}'`);
  await query(`GRANT ALL ON ${name}.* TO ${name}`);
  await query(
    `CREATE TABLE ${name}.marks (
      seq BIGINT AUTO_INCREMENT PRIMARY KEY,
      tag VARCHAR(60) NOT NULL,
      n INT NOT NULL,
      at DATETIME(6) NOT NULL DEFAULT NOW(6),
      KEY (tag)
    )`,
  );
  await query(
    `CREATE TRIGGER ${name}.wait BEFORE INSERT ON ${name}.marks
      FOR EACH ROW DO SLEEP(0.001)`,
  );
  return {
    engine: 'mysql',
    server,
    /** @param {number} [port] - of a proxy */
    connection: (port = root.port) => ({
      ...{ host: root.host, port, user: name, password, database: name },
    }),
    /** How often statement n of a script ran: `[{ tag, n, times }]`. */
    countMarks: () =>
      query(
        `SELECT tag, n, CAST(COUNT(*) AS INT) AS times
          FROM ${name}.marks GROUP BY tag, n`,
      ),
    /** When, by the database's clock, each script was seen at work. */
    spans: () =>
      query(
        `SELECT tag, UNIX_TIMESTAMP(MIN(at)) * 1000 AS first,
            UNIX_TIMESTAMP(MAX(at)) * 1000 AS last
          FROM ${name}.marks GROUP BY tag`,
      ),
    /** What the sessions of tasks are doing. */
    sessions: async () => {
      const rows = await query(
        'SELECT id, command, info FROM information_schema.processlist WHERE user = ?',
        [name],
      );
      return rows.map(row => `${row.id} ${row.command} ${row.info}`);
    },
  };
}

async function queryOnce(server, sql, values) {
  const connection = await createConnection(server);
  try {
    const [rows] = await connection.query(sql, values);
    return rows;
  } finally {
    await connection.end();
  }
}
