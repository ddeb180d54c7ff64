import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { waitUntilAnswers } from '../waitUntilAnswers.mjs';
import { getFreePort } from './getFreePort.mjs';
import { npmProgram, ROOT } from './repository.mjs';

const START_LIMIT_MS = 120_000;
const OUTPUT_TO_KEEP = 20 * 1024;

/**
 * Builds the portal and serves it on a free port of localhost with an empty
 * data directory of its own and the private MariaDB as its MySQL database.
 *
 * @param {Record<string, string>} env - where the test servers are
 * @param {AbortSignal} signal - ends the start
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 * @throws Error with the backend's last output when it does not start
 */
export async function startPortal(env, signal) {
  await buildFrontend(signal);
  const directory = mkdtempSync(join(tmpdir(), 'task-center-portal-'));
  const port = await getFreePort();
  const url = `http://localhost:${port}`;
  const backend = startBackend({
    ...env,
    ...mysqlVariables(env.TASK_CENTER_TEST_MARIADB_URL),
    TASK_CENTER_DATA_DIR: directory,
    NODE_ENV: 'development',
    LOG_LEVEL: 'warn',
    APP_CONFIG_app_baseUrl: JSON.stringify(url),
    APP_CONFIG_backend_baseUrl: JSON.stringify(url),
    APP_CONFIG_backend_listen_port: String(port),
  });
  const stop = async () => {
    await backend.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  const isReady = await waitUntilAnswers(
    [`${url}/.backstage/health/v1/readiness`, url],
    AbortSignal.any([
      signal,
      backend.ended,
      AbortSignal.timeout(START_LIMIT_MS),
    ]),
  );
  if (!isReady) {
    await stop();
    throw new Error(`The portal did not start\n${backend.output()}`);
  }
  return { url, stop };
}

async function buildFrontend(signal) {
  const [command, args] = npmProgram('backstage-cli', ['package', 'build']);
  const cwd = join(ROOT, 'packages', 'app');
  await promisify(execFile)(command, args, { cwd, signal }).catch(error => {
    throw new Error(
      `The portal could not be built\n${error.stdout}${error.stderr}`,
    );
  });
}

function mysqlVariables(url) {
  const { hostname, port, username, password } = new URL(url);
  return {
    TASK_CENTER_MYSQL_HOST: hostname,
    TASK_CENTER_MYSQL_PORT: port,
    TASK_CENTER_MYSQL_USER: username,
    TASK_CENTER_MYSQL_PASSWORD: password,
  };
}

function startBackend(env) {
  const configs = ['app-config.yaml', 'app-config.mysql.yaml'];
  // As `backstage-cli package start` does it, but without its watch: a file that changes must not restart the backend.
  const args = [
    ...['--require', '@backstage/cli/config/nodeTransform.cjs', 'src/index.ts'],
    ...configs.flatMap(file => ['--config', join(ROOT, file)]),
  ];
  const child = spawn(process.execPath, args, {
    cwd: join(ROOT, 'packages', 'backend'),
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = chunk => {
    output = (output + chunk).slice(-OUTPUT_TO_KEEP);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new AbortController();
  child.once('exit', () => ended.abort());
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    process.kill(-child.pid, 'SIGTERM');
    await Promise.race([gone, sleep(15_000)]);
    killGroup(child.pid);
  };
  return { ended: ended.signal, output: () => output, stop };
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
