import { npmProgram, ROOT } from './repository.mjs';
import { runCommand } from './runCommand.mjs';
import { withReportFile } from './withReportFile.mjs';

/**
 * Runs the unit and integration tests of every package.
 *
 * @param {Record<string, string>} env - where the test servers are
 * @param {AbortSignal} signal - ends them
 * @returns {Promise<{ passed: number, failed: number, skipped: string[] }>}
 *   a test file that could not be loaded counts as one failed test
 */
export async function runJest(env, signal) {
  return withReportFile(async (file, readReport) => {
    const [command, args] = npmProgram('backstage-cli', [
      ...['repo', 'test', '--watchAll=false', '--maxWorkers=2'],
      ...['--json', `--outputFile=${file}`],
    ]);
    const code = await runCommand(command, args, { cwd: ROOT, env, signal });
    const report = readReport();
    if (!report) return { passed: 0, failed: 1, skipped: [] };
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return {
      passed: report.numPassedTests,
      failed: failed || Number(code !== 0),
      skipped: listSkipped(report),
    };
  });
}

function listSkipped(report) {
  return report.testResults
    .flatMap(file => file.assertionResults)
    .filter(test => ['pending', 'todo', 'skipped'].includes(test.status))
    .map(test => test.fullName);
}
