import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getFreePort } from './getFreePort.mjs';
import { ROOT } from './repository.mjs';
import { TaskCenterClient } from './TaskCenterClient.mjs';

const PROGRAM = join(ROOT, 'packages/fault-tests/src/backend/main.mjs');
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 60_000;

/**
 * Loads a backend with nothing but Task Center as a process of its own. It
 * starts when it is told with what.
 *
 * @param {object} options
 * @param {string} options.output - the file that takes all that it writes
 * @param {string[]} [options.execArgv] - for Node.js
 */
export function loadBackend({ output, execArgv = [] }) {
  const child = fork(PROGRAM, [], {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn' },
    execArgv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const file = createWriteStream(output);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const gone = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  const loaded = waitForMessage(child, 'loaded', gone, output);
  loaded.catch(() => {});
  const end = async signal => {
    child.kill(signal);
    return gone;
  };
  return {
    output,
    pid: child.pid,
    gone,
    /**
     * @param {object} config - its configuration, without `backend.listen`
     * @returns {Promise<object>} the running backend
     */
    async start(config) {
      await loaded;
      const port = await getFreePort();
      const started = waitForMessage(child, 'started', gone, output);
      child.send({ config: withPort(config, port) });
      await started;
      const url = `http://127.0.0.1:${port}`;
      return {
        url,
        pid: child.pid,
        output,
        gone,
        /** @param {string} user - such as `ada` */
        as: user => createClient(url, user),
        kill: () => end('SIGKILL'),
        /** @returns what it exited with; one that does not is killed */
        async terminate() {
          const patience = setTimeout(
            () => child.kill('SIGKILL'),
            STOP_LIMIT_MS,
          );
          return end('SIGTERM').finally(() => clearTimeout(patience));
        },
      };
    },
    kill: () => end('SIGKILL'),
  };
}

function withPort(config, port) {
  const url = `http://127.0.0.1:${port}`;
  return {
    ...config,
    app: { baseUrl: url },
    backend: {
      ...config.backend,
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
    },
  };
}

function createClient(url, user) {
  const token = { sub: `user:default/${user}`, actor: undefined };
  return new TaskCenterClient(`${url}/api/task-center`, {
    Authorization: `Bearer mock-user-token:${JSON.stringify(token)}`,
  });
}

async function waitForMessage(child, message, gone, output) {
  const waiting = new AbortController();
  const outcome = await Promise.race([
    once(child, 'message', waiting).then(([received]) => received),
    gone.then(({ code, signal }) => `exited with ${code ?? signal}`),
    sleep(START_LIMIT_MS, 'took too long', waiting),
  ]);
  waiting.abort();
  if (outcome !== message) {
    throw new Error(
      `A backend ${outcome} before it had ${message}\n${await readFile(
        output,
        'utf8',
      )}`,
    );
  }
}
