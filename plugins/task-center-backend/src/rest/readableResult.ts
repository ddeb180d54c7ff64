import { NotFoundError } from '@backstage/errors';
import { TaskRow } from '../database';
import { ResultSetInfo } from '../results';
import { Caller } from '../tasks';
import { RouteContext } from './RouteContext';

/**
 * A result set that the caller may read, and its task.
 *
 * @throws NotFoundError when there is none
 * @throws NotAllowedError when the caller may not read the results of the task
 * @internal
 */
export async function readableResult(
  context: Pick<RouteContext, 'tasks' | 'resultSets'>,
  caller: Caller,
  params: { id: string; n: string },
): Promise<{ task: TaskRow; result: ResultSetInfo }> {
  const task = await context.tasks.readableResults(caller, params.id);
  const number = Number(params.n);
  const result = await context.resultSets.find(task.id, number);
  if (!result) {
    throw new NotFoundError(`The task has no result set ${number}.`);
  }
  return { task, result };
}
