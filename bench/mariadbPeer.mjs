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
    /** A table of that many rows, about 100 bytes of CSV each. */
    createWideTable: rows =>
      `CREATE TABLE wide (id BIGINT PRIMARY KEY, name VARCHAR(60), price DECIMAL(12,2), at DATETIME(6), note VARCHAR(60), code CHAR(12));
INSERT INTO wide SELECT seq, CONCAT('customer ', seq, ', "', MD5(seq), '"'), seq / 7, '2026-01-01' + INTERVAL seq SECOND, IF(seq % 10 = 0, NULL, SHA1(seq)), LEFT(MD5(seq * 3), 12) FROM seq_1_to_${rows};
`,
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
