import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a command with this terminal's input and output.
 *
 * @param {string} command - the program
 * @param {string[]} args - its arguments
 * @param {object} [options]
 * @param {Record<string, string>} [options.env] - added to our environment
 * @param {string} [options.cwd] - where to run it
 * @param {AbortSignal} [options.signal] - ends the command; its reason is the
 *   signal to send
 * @returns {Promise<number>} the exit code; 128 + n for a command that signal
 *   n ended, 127 for one that does not exist
 */
export function runCommand(command, args, { env, cwd, signal } = {}) {
  return new Promise(resolve => {
    if (signal?.aborted) {
      resolve(128 + constants.signals[signal.reason]);
      return;
    }
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    const pass = () => child.kill(signal.reason);
    signal?.addEventListener('abort', pass, { once: true });
    child.once('error', error => {
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(127);
    });
    child.once('exit', (code, name) => {
      signal?.removeEventListener('abort', pass);
      resolve(code ?? 128 + constants.signals[name]);
    });
  });
}
