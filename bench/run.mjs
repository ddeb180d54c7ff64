import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a command that must succeed.
 *
 * @param {string[]} command - the program and its arguments
 * @param {object} options
 * @param {string} options.input - the file that it reads
 * @param {Record<string, string>} options.env - added to our environment
 * @param {string} [options.pipe] - the shell command that takes its output,
 *   which goes nowhere otherwise
 */
export async function run(command, { input, env, pipe = 'cat > /dev/null' }) {
  const line = `set -o pipefail; "$@" < '${input}' | ${pipe}`;
  const child = spawn('bash', ['-c', line, 'bash', ...command], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command[0]} exited with ${code}`);
}
