import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres } from './findExecutable.mjs';
import { getFreePort } from './getFreePort.mjs';
import { ServerProcess, asUser, giveTo, runToEnd } from './ServerProcess.mjs';

const SYSTEM_USER = 'postgres';

/**
 * Starts a private PostgreSQL with an empty data directory, a free port of
 * 127.0.0.1 and a random password.
 *
 * @returns {Promise<{ env: Record<string, string>, url: string,
 *   kill(): Promise<void>, startAgain(): Promise<void>, stop(): Promise<void>
 *   }>}
 *   the variables that Backstage's `TestDatabases` and our own tests read, and
 *   what ends the server and removes its data
 * @throws Error when PostgreSQL is not installed or does not start
 */
export async function startPostgres() {
  const programs = findPostgres();
  if (!programs) {
    throw new Error(
      'PostgreSQL is not installed: the package postgresql is needed',
    );
  }
  const directory = mkdtempSync(join(tmpdir(), 'task-center-postgres-'));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  try {
    giveTo(SYSTEM_USER, directory);
    const { server, url } = await startIn(directory, programs.directory);
    const variable = `BACKSTAGE_TEST_DATABASE_POSTGRES${programs.major}_CONNECTION_STRING`;
    return {
      env: {
        [variable]: url,
        TASK_CENTER_TEST_POSTGRES_URL: url,
        TASK_CENTER_TEST_PSQL: join(programs.directory, 'psql'),
        TASK_CENTER_TEST_POSTGRES_ID: `POSTGRES_${programs.major}`,
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
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
  const password = randomBytes(18).toString('hex');
  createData(join(programs, 'initdb'), data, directory, password);
  const port = await getFreePort();
  const [command, args] = asUser(SYSTEM_USER, join(programs, 'postgres'), [
    ...['-D', data],
    ...['-p', String(port)],
    ...['-c', 'listen_addresses=127.0.0.1'],
    ...['-c', `unix_socket_directories=${directory}`],
    ...['-c', 'fsync=off'],
  ]);
  const server = new ServerProcess({
    name: 'PostgreSQL',
    command,
    args,
    cwd: directory,
    stopSignal: 'SIGINT',
  });
  const isReady = async () => answers(programs, directory, port, password);
  try {
    await server.waitUntilReady(port, isReady);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    server,
    url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
  };
}

function createData(initdb, data, directory, password) {
  const passwordFile = join(directory, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(SYSTEM_USER, passwordFile);
  const [command, args] = asUser(SYSTEM_USER, initdb, [
    ...['-D', data],
    ...['-U', 'postgres'],
    ...['--auth', 'scram-sha-256'],
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]);
  runToEnd(command, args, { cwd: directory });
}

function answers(programs, directory, port, password) {
  try {
    runToEnd(
      join(programs, 'psql'),
      [
        '-h',
        '127.0.0.1',
        '-p',
        String(port),
        '-U',
        'postgres',
        '-c',
        'SELECT 1',
      ],
      { env: { ...process.env, PGPASSWORD: password }, cwd: directory },
    );
    return true;
  } catch {
    return false;
  }
}
