import { findBrowser } from './findBrowser.mjs';
import { npmProgram, ROOT } from './repository.mjs';
import { runCommand } from './runCommand.mjs';
import { startPortal } from './startPortal.mjs';
import { withReportFile } from './withReportFile.mjs';

/**
 * Runs the browser tests against a portal of their own.
 *
 * @param {Record<string, string>} env - where the test servers are
 * @param {AbortSignal} signal - ends them
 * @returns {Promise<{ passed: number, failed: number, skipped: string[] }>}
 */
export async function runBrowserTests(env, signal) {
  const portal = await startPortal(env, signal);
  try {
    return await runPlaywright(
      {
        ...env,
        PLAYWRIGHT_URL: portal.url,
        PLAYWRIGHT_CHROMIUM_PATH: findBrowser(),
      },
      signal,
    );
  } finally {
    await portal.stop();
  }
}

function runPlaywright(env, signal) {
  return withReportFile(async (file, readReport) => {
    const [command, args] = npmProgram('playwright', [
      'test',
      '--reporter=list,json',
    ]);
    const code = await runCommand(command, args, {
      cwd: ROOT,
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      signal,
    });
    const report = readReport();
    if (!report) return { passed: 0, failed: 1, skipped: [] };
    const { expected, unexpected, flaky } = report.stats;
    return {
      passed: expected + flaky,
      failed: unexpected || Number(code !== 0),
      skipped: report.suites.flatMap(listSkipped),
    };
  });
}

function listSkipped(suite) {
  const own = (suite.specs ?? [])
    .filter(spec => spec.tests.some(test => test.status === 'skipped'))
    .map(spec => spec.title);
  return [...own, ...(suite.suites ?? []).flatMap(listSkipped)];
}
