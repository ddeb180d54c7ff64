import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Lends a test runner a file to write its JSON report to.
 *
 * @param {Function} use - gets the file's path and a function that reads the
 *   report, or gives undefined when none was written
 */
export async function withReportFile(use) {
  const directory = mkdtempSync(join(tmpdir(), 'task-center-report-'));
  const file = join(directory, 'report.json');
  try {
    return await use(file, () => readReport(file));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
