import { execFileSync } from 'node:child_process';

/**
 * Asks the test server through the `mariadb` client, which knows nothing of
 * the code under test.
 *
 * @returns the rows, each a list of values as text
 */
export function queryMariadb(sql: string): string[][] {
  const url = new URL(required('TASK_CENTER_TEST_MARIADB_URL'));
  const output = execFileSync(
    required('TASK_CENTER_TEST_MARIADB_CLIENT'),
    [
      '--no-defaults',
      '--batch',
      '--skip-column-names',
      `--host=${url.hostname}`,
      `--port=${url.port}`,
      `--user=${url.username}`,
      `--execute=${sql}`,
    ],
    { encoding: 'utf8', env: { ...process.env, MYSQL_PWD: url.password } },
  );
  return output
    .split('\n')
    .filter(Boolean)
    .map(line => line.split('\t'));
}

/** The statements that run on the test server and hold a text. */
export function findRunning(text: string): string[] {
  const sql = `SELECT INFO FROM information_schema.PROCESSLIST
    WHERE INFO LIKE '%${text}%' AND ID <> CONNECTION_ID()`;
  return queryMariadb(sql).map(([info]) => info);
}

function required(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is not set: run "yarn test --only browser"`);
}
