import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * A database on a private PostgreSQL for tasks to run on, with a user of its
 * own and the table `marks`, on which an INSERT takes a millisecond or more.
 */
export async function createPostgresTarget(server) {
  const url = new URL(server.url);
  const name = `target_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  await queryOnce(
    server.url,
    `CREATE ROLE ${name} LOGIN PASSWORD '${password}'`,
  );
  await queryOnce(server.url, `CREATE DATABASE ${name} OWNER ${name}`);
  const connection = (port = Number(url.port)) => ({
    ...{ host: url.hostname, port, user: name, password, database: name },
  });
  await queryOnce(
    connection(),
    `CREATE TABLE marks (
      seq BIGSERIAL PRIMARY KEY,
      tag TEXT NOT NULL,
      n INT NOT NULL,
      at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX ON marks (tag);
    CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_sleep(0.001); RETURN NEW; END';
    CREATE TRIGGER wait BEFORE INSERT ON marks
      FOR EACH ROW EXECUTE FUNCTION wait()`,
  );
  const database = new URL(server.url);
  database.pathname = name;
  const query = sql => queryOnce(database.href, sql);
  return {
    engine: 'postgres',
    server,
    connection,
    countMarks: () =>
      query('SELECT tag, n, COUNT(*)::int AS times FROM marks GROUP BY tag, n'),
    spans: () =>
      query(
        `SELECT tag, (EXTRACT(EPOCH FROM MIN(at)) * 1000)::float8 AS first,
            (EXTRACT(EPOCH FROM MAX(at)) * 1000)::float8 AS last
          FROM marks GROUP BY tag`,
      ),
    sessions: async () => {
      const rows = await query(
        `SELECT pid, state, query FROM pg_stat_activity WHERE usename = '${name}'`,
      );
      return rows.map(row => `${row.pid} ${row.state} ${row.query}`);
    },
  };
}

async function queryOnce(config, sql) {
  const client = new pg.Client(
    typeof config === 'string' ? { connectionString: config } : config,
  );
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
