import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root directory. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Says how to run a program of an npm package on the Node that runs us.
 *
 * @param {string} name - the program, such as "tsc"
 * @param {string[]} args - its arguments
 * @returns {[string, string[]]} what to spawn
 */
export function npmProgram(name, args) {
  const file = realpathSync(join(ROOT, 'node_modules', '.bin', name));
  return [process.execPath, [file, ...args]];
}
