#!/usr/bin/env node
/**
 * Starts the portal's frontend and backend and says where to look once both
 * answer. Arguments go on to "backstage-cli repo start".
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitUntilAnswers } from './waitUntilAnswers.mjs';

const PAGE = 'http://localhost:3000/task-center';
const READY_WHEN = [
  PAGE,
  'http://localhost:7007/.backstage/health/v1/readiness',
];
const PATIENCE_MS = 20_000;

const cli = fileURLToPath(
  import.meta.resolve('@backstage/cli/bin/backstage-cli'),
);

// A process group of its own: Ctrl+C reaches it once, through us, and nothing
// of it stays behind.
const child = spawn(
  process.execPath,
  [cli, 'repo', 'start', ...resolveConfigs(process.argv.slice(2))],
  { detached: true, stdio: ['pipe', 'inherit', 'inherit'] },
);
child.stdin.on('error', () => {});
process.stdin.pipe(child.stdin);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => stop(signal));
}

const ended = new AbortController();
child.once('exit', (code, signal) => {
  ended.abort();
  sendToGroup('SIGKILL');
  process.exit(code ?? 128 + constants.signals[signal]);
});

if (await waitUntilAnswers(READY_WHEN, ended.signal)) {
  process.stdout.write(`\nTask Center is ready: ${PAGE}\n\n`);
}

// The CLI would look for them in packages/app and packages/backend.
function resolveConfigs(args) {
  return args.map((arg, index) => {
    const [, option, file] = /^(--config=)?(.*)$/s.exec(arg);
    if (!option && args[index - 1] !== '--config') return arg;
    return existsSync(file) ? `${option ?? ''}${resolve(file)}` : arg;
  });
}

function stop(signal) {
  sendToGroup(signal);
  setTimeout(() => sendToGroup('SIGKILL'), PATIENCE_MS).unref();
}

function sendToGroup(signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
