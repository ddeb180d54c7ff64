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
