import { ResultFormat, Task } from 'backstage-plugin-task-center-common';
import { resultFileName } from './resultFileName';
import { ResultSetInfo } from './ResultSetStore';

/**
 * A result set and the statement that returned it.
 *
 * @internal
 */
export interface DescribedResult {
  result: ResultSetInfo;
  /** What its CSV is called. */
  fileName: string;
  /** The beginning of the statement. */
  statementText: string;
}

/**
 * What is known of the CSV of a result set as it was written.
 *
 * @internal
 */
export interface WrittenFile {
  bytes: number;
  /** In hex. */
  sha256: string;
}

/**
 * Gives each result set the name of its file.
 *
 * @param total - how many result sets the task has
 * @internal
 */
export function nameResults(
  results: { result: ResultSetInfo; statementText: string }[],
  total: number,
): DescribedResult[] {
  return results.map(({ result, statementText }) => ({
    result,
    statementText,
    fileName: resultFileName({ number: result.number, statementText }, total),
  }));
}

/**
 * The text of the manifest that goes with the results of a task.
 *
 * @param written - what was written of each result set, where that is not what is stored
 * @internal
 */
export function writeManifest(options: {
  task: Task;
  results: DescribedResult[];
  format: ResultFormat;
  written?: WrittenFile[];
}): string {
  const { task, results, format, written } = options;
  const manifest = {
    task: {
      id: task.id,
      name: task.name,
      connection: task.connection,
      status: task.status,
      createdBy: task.createdBy,
      finishedAt: task.finishedAt,
      scriptSha256: task.scriptSha256,
    },
    format: describeFormat(format),
    results: results.map(({ result, fileName, statementText }, index) => ({
      file: fileName,
      statement: result.statement,
      sql: statementText,
      columns: result.columns,
      rows: result.rowCount,
      bytes: written?.[index].bytes ?? result.bytes,
      sha256: written?.[index].sha256 ?? result.sha256,
      truncated: result.truncated,
      truncatedBy: result.truncatedBy,
      partial: result.partial,
    })),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function describeFormat(format: ResultFormat) {
  return {
    encoding: 'utf-8',
    byteOrderMark: format.bom ?? false,
    separator: format.separator ?? 'comma',
    null: format.nullText || 'an empty field',
    emptyString: '""',
    binary: '0x and hex digits',
    neutralizedFormulas: format.neutralizeFormulas ?? false,
  };
}
