import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { ROOT } from './repository.mjs';

const DIRECTORY = join(ROOT, 'packages', 'fault-tests', 'src');
/** They wait more than they compute. */
const AT_ONCE = 2;

/**
 * Runs the tests in which backends, servers and networks are broken.
 *
 * @param {AbortSignal} signal - ends them
 * @returns {Promise<{ passed: number, failed: number, skipped: string[] }>}
 */
export async function runFaultTests(signal) {
  const files = readdirSync(DIRECTORY)
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => join(DIRECTORY, name));
  const tests = run({ files, concurrency: AT_ONCE, signal });
  const outcome = { passed: 0, failed: 0, skipped: [] };
  tests.on('test:pass', ({ name, skip, todo }) => {
    if (skip || todo) outcome.skipped.push(name);
    else outcome.passed += 1;
  });
  tests.on('test:fail', () => {
    outcome.failed += 1;
  });
  await new Promise((resolve, reject) => {
    tests
      .compose(spec)
      .on('data', text => process.stdout.write(text))
      .once('end', resolve)
      .once('error', reject);
  });
  return outcome;
}
