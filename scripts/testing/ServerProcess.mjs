import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { findExecutable } from './findExecutable.mjs';

const OUTPUT_TO_KEEP = 8 * 1024;

/**
 * Runs a database program as an unprivileged user where we are root (the
 * servers insist on it) and so that it dies with this process, however this
 * process ends.
 *
 * @param {string} user - the system user to become when we are root
 * @param {string} command - absolute path of the program
 * @param {string[]} args - its arguments
 * @returns {[string, string[]]} what to spawn
 */
export function asUser(user, command, args) {
  const setpriv = findExecutable(['setpriv']);
  if (!setpriv) return [command, args];
  const identity = isRoot()
    ? [`--reuid=${user}`, `--regid=${user}`, '--init-groups']
    : [];
  return [setpriv, [...identity, '--pdeathsig=TERM', command, ...args]];
}

/**
 * Gives a directory to the system user that the server will run as.
 *
 * @param {string} user - the system user
 * @param {string} directory - an existing directory
 */
export function giveTo(user, directory) {
  if (!isRoot()) return;
  chownSync(directory, readId('-u', user), readId('-g', user));
}

/**
 * Runs a program to its end.
 *
 * @throws Error with the program's output when it does not exit with 0
 */
export function runToEnd(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (result.status === 0) return result.stdout;
  const reason = result.error?.message ?? `exit code ${result.status}`;
  throw new Error(
    `${command} failed (${reason})\n${result.stdout ?? ''}${
      result.stderr ?? ''
    }`,
  );
}

/** A server that listens on a port of 127.0.0.1 until it is stopped. */
export class ServerProcess {
  #child;
  #options;
  #output = '';
  #ready;

  constructor(options) {
    this.#options = { stopSignal: 'SIGTERM', ...options };
    this.#spawn();
  }

  /** The last of what the server wrote. */
  get output() {
    return this.#output;
  }

  /**
   * Waits until the server accepts connections and `isReady` says yes.
   *
   * @throws Error with the server's last output when it has gone or takes
   *   longer than a minute
   */
  async waitUntilReady(port, isReady = async () => true) {
    this.#ready = { port, isReady };
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline) {
      if (this.#hasEnded()) break;
      if ((await accepts(port)) && (await isReady())) return;
      await sleep(100);
    }
    throw new Error(`${this.#options.name} did not start\n${this.#output}`);
  }

  /** Ends the server and waits for it to be gone. */
  async stop() {
    if (this.#hasEnded()) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill(this.#options.stopSignal);
    const patience = setTimeout(() => this.#child.kill('SIGKILL'), 20_000);
    await gone;
    clearTimeout(patience);
  }

  /** Ends the server and its children without a chance to do anything more. */
  async kill() {
    if (this.#hasEnded()) return;
    const gone = once(this.#child, 'exit');
    // The server first: it must not see its children go.
    const all = listDescendants(this.#child.pid);
    this.#child.kill('SIGKILL');
    all.forEach(killIfThere);
    await gone;
  }

  /** Starts a server that has ended again, and waits until it is ready. */
  async startAgain() {
    this.#spawn();
    const { port, isReady } = this.#ready;
    await this.waitUntilReady(port, isReady);
  }

  #spawn() {
    const { command, args, cwd } = this.#options;
    // Not of our process group: a Ctrl+C is for us, and we stop the server.
    this.#child = spawn(command, args, {
      cwd,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = chunk => {
      this.#output = (this.#output + chunk).slice(-OUTPUT_TO_KEEP);
    };
    this.#child.stdout.on('data', keep);
    this.#child.stderr.on('data', keep);
    this.#child.on('error', error => keep(error.message));
  }

  #hasEnded() {
    return (
      this.#child.pid === undefined ||
      this.#child.exitCode !== null ||
      this.#child.signalCode !== null
    );
  }
}

function listDescendants(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children
    .split(' ')
    .filter(Boolean)
    .flatMap(child => [Number(child), ...listDescendantsIfThere(child)]);
}

function listDescendantsIfThere(pid) {
  try {
    return listDescendants(pid);
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return [];
    throw error;
  }
}

function killIfThere(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function accepts(port) {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function isRoot() {
  return process.getuid?.() === 0;
}

function readId(flag, user) {
  return Number(runToEnd('id', [flag, user]).trim());
}
