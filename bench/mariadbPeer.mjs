import { createConnection } from 'mysql2/promise';
import { run } from './run.mjs';

/** MariaDB with its own command-line client. */
export function mariadbPeer({ url, env }) {
  const { hostname: host, port, username: user, password } = new URL(url);
  const database = 'shop';
  const client = env.TASK_CENTER_TEST_MARIADB_CLIENT;
  const address = (through = port) => ({
    ...{ host, port: Number(through), user, password, database },
  });
  const options = (through = port) => [
    ...['--no-defaults', '--protocol=tcp', '-h', host, '-P', String(through)],
    ...['-u', user, database],
  ];
  const secret = { MYSQL_PWD: password };
  return {
    name: 'mariadb',
    engine: 'mysql',
    port: Number(port),
    connection: address,
    /** A SELECT that takes that long. */
    sleep: seconds => `SELECT SLEEP(${seconds})`,
    /** Runs a script file with the client. */
    runFile: (file, through) =>
      run([client, ...options(through)], { input: file, env: secret }),
    /** Runs one SELECT with the client, into a compressed file. */
    compressRows: (file, output) =>
      run([client, ...options(), '--batch', '--quick'], {
        ...{ input: file, env: secret, pipe: `gzip -6 > '${output}'` },
      }),
    /** Opens a connection that looks at the server. */
    async watch(through) {
      const admin = await createConnection(address(through));
      return {
        async isRunning(sql) {
          const [rows] = await admin.query(
            'SELECT 1 FROM information_schema.processlist WHERE info = ?',
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
