import { ConflictError, NotFoundError } from '@backstage/errors';
import { isFinalStatus, Task } from 'backstage-plugin-task-center-common';
import { TaskRow } from '../database';
import {
  DescribedResult,
  nameResults,
  ResultSetInfo,
  resultStream,
} from '../results';
import { readStatementTexts } from '../run';
import { toTask } from '../tasks';
import { RouteContext } from './RouteContext';

/**
 * What of a task's results can be downloaded.
 *
 * @internal
 */
export interface ResultsToDownload {
  task: Task;
  results: DescribedResult[];
}

/**
 * Finds the result sets to download. While the task goes on, those are the ones that are complete.
 *
 * @param numbers - only these; default: all
 * @throws NotFoundError when the task has not all of those that are named
 * @throws ConflictError when there is none to download, or one that is named is not complete yet
 * @internal
 */
export async function findDownload(
  context: RouteContext,
  row: TaskRow,
  numbers?: number[],
): Promise<ResultsToDownload> {
  const task = toTask(row, []);
  const all = await Promise.all(
    (
      await context.resultSets.list(task.id)
    ).map(result => withStoredBytes(context, result)),
  );
  const chosen = numbers ? pick(all, numbers) : all;
  const results = chosen.filter(
    result => isFinalStatus(task.status) || !result.partial,
  );
  if (results.length === 0 || (numbers && results.length < chosen.length)) {
    throw new ConflictError(describeAbsence(task));
  }
  const texts = await readStatementTexts(context.segments, task.id).pick(
    results.map(result => result.statement - 1),
  );
  const described = results.map(result => ({
    result,
    statementText: texts.get(result.statement - 1)?.text ?? '',
  }));
  return { task, results: nameResults(described, all.length) };
}

/** A worker of an older version did not say how much it stored. */
async function withStoredBytes(
  { segments }: RouteContext,
  result: ResultSetInfo,
): Promise<ResultSetInfo> {
  if (result.storedBytes > 0) {
    return result;
  }
  const infos = await segments.list(resultStream(result.taskId, result.number));
  const storedBytes = infos.reduce((sum, { dataBytes }) => sum + dataBytes, 0);
  return { ...result, storedBytes };
}

function pick(all: ResultSetInfo[], numbers: number[]): ResultSetInfo[] {
  const wanted = new Set(numbers);
  const found = all.filter(({ number }) => wanted.delete(number));
  for (const missing of wanted) {
    throw new NotFoundError(`The task has no result set ${missing}.`);
  }
  return found;
}

function describeAbsence(task: Task): string {
  if (!isFinalStatus(task.status)) {
    return 'The task has no such result set that is complete yet.';
  }
  const { resultsRemoved } = task;
  if (!resultsRemoved) {
    return 'The task has no results to download.';
  }
  return resultsRemoved.reason === 'expired'
    ? `The results expired and were removed at ${resultsRemoved.at}. Run the task again to get them anew.`
    : `The results were dropped at ${resultsRemoved.at}. Run the task again to get them anew.`;
}
