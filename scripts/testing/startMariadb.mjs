import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findExecutable } from './findExecutable.mjs';
import { getFreePort } from './getFreePort.mjs';
import { ServerProcess, asUser, giveTo, runToEnd } from './ServerProcess.mjs';

const SYSTEM_USER = 'mysql';

/**
 * Starts a private MariaDB with an empty data directory, a free port of
 * 127.0.0.1 and a random password for `root`.
 *
 * @returns {Promise<{ env: Record<string, string>, url: string,
 *   kill(): Promise<void>, startAgain(): Promise<void>, stop(): Promise<void>
 *   }>}
 *   the variables that tests read, and what ends the server and removes its
 *   data
 * @throws Error when MariaDB is not installed or does not start
 */
export async function startMariadb() {
  const programs = findPrograms();
  const directory = mkdtempSync(join(tmpdir(), 'task-center-mariadb-'));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  try {
    giveTo(SYSTEM_USER, directory);
    const { server, url } = await startIn(directory, programs);
    return {
      env: {
        TASK_CENTER_TEST_MARIADB_URL: url,
        TASK_CENTER_TEST_MARIADB_CLIENT: programs.client,
      },
      url,
      output: () => server.output,
      kill: () => server.kill(),
      startAgain: () => server.startAgain(),
      stop: () => server.stop().finally(remove),
    };
  } catch (error) {
    remove();
    throw error;
  }
}

async function startIn(directory, programs) {
  const data = join(directory, 'data');
  createData(programs.install, data, directory);
  const password = randomBytes(18).toString('hex');
  const initFile = join(directory, 'init.sql');
  writeFileSync(initFile, createInitSql(password), { mode: 0o644 });
  const port = await getFreePort();
  const server = startServer(programs.server, directory, data, initFile, port);
  try {
    await server.waitUntilReady(port, async () =>
      answers(programs.client, port, password),
    );
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { server, url: `mysql://root:${password}@127.0.0.1:${port}` };
}

function createData(install, data, cwd) {
  const [command, args] = asUser(SYSTEM_USER, install, [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  // A server that starts empties the place for temporary tables that it would
  // share with all others on this machine.
  runToEnd(command, args, { cwd, env: { ...process.env, TMPDIR: cwd } });
}

function createInitSql(password) {
  return [
    `CREATE OR REPLACE USER 'root'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;`,
    `CREATE OR REPLACE USER 'root'@'localhost' IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON *.* TO 'root'@'localhost' WITH GRANT OPTION;`,
    // What app-config.mysql.yaml expects.
    'CREATE DATABASE IF NOT EXISTS shop;',
    '',
  ].join('\n');
}

function startServer(server, directory, data, initFile, port) {
  const [command, args] = asUser(SYSTEM_USER, server, [
    '--no-defaults',
    `--datadir=${data}`,
    `--tmpdir=${directory}`,
    `--init-file=${initFile}`,
    `--socket=${join(directory, 'socket')}`,
    `--pid-file=${join(directory, 'pid')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--skip-log-bin',
    '--character-set-server=utf8mb4',
    '--max-allowed-packet=256M',
    '--innodb-flush-log-at-trx-commit=2',
  ]);
  return new ServerProcess({ name: 'MariaDB', command, args, cwd: directory });
}

function answers(client, port, password) {
  try {
    runToEnd(
      client,
      [
        '--no-defaults',
        '--host=127.0.0.1',
        `--port=${port}`,
        '--user=root',
        '--execute=SELECT 1',
      ],
      { env: { ...process.env, MYSQL_PWD: password } },
    );
    return true;
  } catch {
    return false;
  }
}

function findPrograms() {
  const server = findExecutable(['mariadbd', 'mysqld']);
  const client = findExecutable(['mariadb']);
  const install = findExecutable(['mariadb-install-db']);
  if (!server || !client || !install) {
    throw new Error(
      'MariaDB is not installed: the package mariadb-server is needed',
    );
  }
  return { server, client, install };
}
