import pg from 'pg';
import { run } from './run.mjs';

/** PostgreSQL with its own command-line client. */
export function postgresPeer({ url, env }) {
  const { hostname: host, port, username: user, password } = new URL(url);
  const database = 'postgres';
  const client = env.TASK_CENTER_TEST_PSQL;
  const address = (through = port) => ({
    ...{ host, port: Number(through), user, password, database },
  });
  const options = (through = port) => [
    ...['-X', '-q', '-v', 'ON_ERROR_STOP=1'],
    ...['-h', host, '-p', String(through), '-U', user, '-d', database],
  ];
  return {
    name: 'psql',
    engine: 'postgres',
    port: Number(port),
    connection: address,
    sleep: seconds => `SELECT pg_sleep(${seconds})`,
    runFile: (file, through) =>
      run([client, ...options(through)], {
        input: file,
        env: { PGPASSWORD: password },
      }),
    compressRows: (file, output) =>
      run([client, ...options(), '--csv'], {
        ...{ input: file, env: { PGPASSWORD: password } },
        pipe: `gzip -6 > '${output}'`,
      }),
    createWideTable: rows =>
      `CREATE TABLE wide AS SELECT i::bigint AS id, ('customer ' || i || ', "' || md5(i::text) || '"')::varchar(60) AS name, (i / 7.0)::numeric(12,2) AS price, timestamp '2026-01-01' + i * interval '1.000001 second' AS at, CASE WHEN i % 10 > 0 THEN (md5(i::text) || left(md5(i::text), 8))::varchar(60) END AS note, left(md5((i * 3)::text), 12)::char(12) AS code FROM generate_series(1, ${rows}) AS g(i);
`,
    async watch(through) {
      const admin = new pg.Client(address(through));
      await admin.connect();
      return {
        async isRunning(sql) {
          const { rows } = await admin.query(
            "SELECT 1 FROM pg_stat_activity WHERE query = $1 AND state = 'active'",
            [sql],
          );
          return rows.length > 0;
        },
        query: sql => admin.query(sql),
        close: () => admin.end(),
      };
    },
  };
}
