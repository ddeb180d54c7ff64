import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './repository.mjs';
import { runCommand } from './runCommand.mjs';
import { withReportFile } from './withReportFile.mjs';

const DIRECTORY = join(ROOT, 'packages', 'fault-tests', 'src');
const REPORTER = fileURLToPath(new URL('countTests.mjs', import.meta.url));
/** Three take no less time on two processors. */
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
  return withReportFile(async (file, readReport) => {
    const args = [
      ...['--test', `--test-concurrency=${AT_ONCE}`],
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...[`--test-reporter=${REPORTER}`],
      ...[`--test-reporter-destination=${file}`],
    ];
    const code = await runCommand(process.execPath, [...args, ...files], {
      cwd: ROOT,
      signal,
    });
    const report = readReport();
    if (!report) return { passed: 0, failed: 1, skipped: [] };
    return { ...report, failed: report.failed || Number(code !== 0) };
  });
}
