import { npmProgram, ROOT } from './repository.mjs';
import { runCommand } from './runCommand.mjs';

/**
 * Runs a program that passes or fails as a whole.
 *
 * @param {string} name - the npm program
 * @param {string[]} args - its arguments
 * @param {AbortSignal} signal - ends it
 * @returns {Promise<{ passed: number, failed: number }>} one of them 1
 */
export async function runCheck(name, args, signal) {
  const [command, commandArgs] = npmProgram(name, args);
  const code = await runCommand(command, commandArgs, { cwd: ROOT, signal });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
