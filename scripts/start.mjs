#!/usr/bin/env node
/**
 * Starts the portal's frontend and backend and says where to look once both
 * answer. Arguments go on to "backstage-cli repo start".
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isPortFree } from './isPortFree.mjs';
import { waitUntilAnswers } from './waitUntilAnswers.mjs';

const PORTS = {
  TASK_CENTER_PAGES_PORT: process.env.TASK_CENTER_PAGES_PORT ?? '3000',
  TASK_CENTER_API_PORT: process.env.TASK_CENTER_API_PORT ?? '7007',
};
const PAGES = `http://localhost:${PORTS.TASK_CENTER_PAGES_PORT}`;
const API = `http://localhost:${PORTS.TASK_CENTER_API_PORT}`;
const READY_WHEN = [
  `${PAGES}/task-center`,
  `${API}/.backstage/health/v1/readiness`,
];
const PATIENCE_MS = 20_000;

for (const [name, port] of Object.entries(PORTS)) {
  if (!(await isPortFree(Number(port)))) {
    process.stderr.write(
      `Port ${port} is in use. Is the portal running already? If it is something else, choose another one by ${name}.\n`,
    );
    process.exit(1);
  }
}

const cli = fileURLToPath(
  import.meta.resolve('@backstage/cli/bin/backstage-cli'),
);

let isStopping = false;

// A process group of its own: Ctrl+C reaches it once, through us, and nothing
// of it stays behind.
const child = spawn(
  process.execPath,
  [cli, 'repo', 'start', ...resolveConfigs(process.argv.slice(2))],
  {
    detached: true,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...addressVariables(), ...process.env },
  },
);
child.stdin.on('error', () => {});
process.stdin.pipe(child.stdin);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => stop(signal));
}

const ended = new AbortController();
child.once('exit', async (code, signal) => {
  ended.abort();
  await endGroup();
  process.exit(code ?? 128 + constants.signals[signal]);
});

if (await waitUntilAnswers(READY_WHEN, ended.signal)) {
  process.stdout.write(`\nTask Center is ready: ${PAGES}/task-center\n\n`);
}

// In the place of those in app-config.yaml, where other ports are asked for.
function addressVariables() {
  const { TASK_CENTER_PAGES_PORT, TASK_CENTER_API_PORT } = process.env;
  if (!TASK_CENTER_PAGES_PORT && !TASK_CENTER_API_PORT) return {};
  return {
    APP_CONFIG_app_baseUrl: JSON.stringify(PAGES),
    APP_CONFIG_backend_baseUrl: JSON.stringify(API),
    APP_CONFIG_backend_listen_port: PORTS.TASK_CENTER_API_PORT,
    APP_CONFIG_backend_cors_origin: JSON.stringify(PAGES),
  };
}

// The CLI would look for them in packages/app and packages/backend.
function resolveConfigs(args) {
  return args.map((arg, index) => {
    const [, option, file] = /^(--config=)?(.*)$/s.exec(arg);
    if (!option && args[index - 1] !== '--config') return arg;
    return `${option ?? ''}${resolve(file)}`;
  });
}

// The CLI tells the backend, once: a second signal would cut short the end of
// running tasks.
function stop(signal) {
  if (isStopping) return;
  isStopping = true;
  child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  setTimeout(() => sendToGroup('SIGKILL'), PATIENCE_MS).unref();
}

// The CLI can be gone before the backend, which still ends running tasks.
async function endGroup() {
  const until = Date.now() + PATIENCE_MS;
  if (!isStopping) sendToGroup('SIGTERM');
  while (sendToGroup(0) && Date.now() < until) {
    await sleep(100);
  }
  sendToGroup('SIGKILL');
}

// Tells whether there is anybody left.
function sendToGroup(signal) {
  try {
    process.kill(-child.pid, signal);
    return true;
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
    return false;
  }
}
