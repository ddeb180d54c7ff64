import { ConflictError } from '@backstage/errors';
import { isFinalStatus } from 'backstage-plugin-task-center-common';
import { Response } from 'express';
import { TaskRow } from '../database';
import { writeResultsZip } from '../results';
import { readStatementTexts } from '../run';
import { toTask } from '../tasks';
import { RouteContext, setDownloadHeaders } from './RouteContext';

/**
 * Sends the zip of a task's results. While the task goes on, it holds the result sets that are complete.
 *
 * @returns what was sent, for the audit
 * @throws ConflictError when there is no result set to send
 * @internal
 */
export async function sendResultsZip(
  context: RouteContext,
  row: TaskRow,
  response: Response,
): Promise<Record<string, number>> {
  const { segments, resultSets } = context;
  const task = toTask(row, []);
  const results = (await resultSets.list(task.id)).filter(
    result => isFinalStatus(task.status) || !result.partial,
  );
  if (results.length === 0) {
    throw new ConflictError(
      isFinalStatus(task.status)
        ? 'The task has no results to download.'
        : 'The task has no complete result set yet.',
    );
  }
  const texts = await readStatementTexts(segments, task.id).pick(
    results.map(result => result.statement - 1),
  );
  const slug =
    task.name
      .match(/[\w-]+/g)
      ?.join('-')
      .slice(0, 60) ?? 'task';
  const name = `${slug}-${row.id.slice(0, 8)}.zip`;
  setDownloadHeaders(response, 'application/zip', name);
  try {
    await writeResultsZip({
      task,
      entries: results.map(result => ({
        result,
        statementText: texts.get(result.statement - 1)?.text ?? '',
      })),
      segments,
      destination: response,
    });
  } catch (error: any) {
    // Part of the zip is out: cutting the connection shows that it is not whole.
    response.destroy(error);
    throw error;
  }
  return {
    resultSets: results.length,
    rows: results.reduce((sum, result) => sum + result.rowCount, 0),
    bytes: results.reduce((sum, result) => sum + result.bytes, 0),
  };
}
