import { ConflictError, InputError } from '@backstage/errors';
import { ResumeTaskRequest } from 'backstage-plugin-task-center-common';
import { RegisteredConnection } from '../../connections';
import { TaskRow } from '../../database';

/**
 * Whether a task came to an end that leaves something to resume, on a database that is still there.
 *
 * @internal
 */
export function isResumable(
  task: TaskRow,
  connection: RegisteredConnection,
): boolean {
  return (
    (task.status === 'failed' || task.status === 'aborted') &&
    isSameDatabase(task, connection)
  );
}

/**
 * Makes sure that a task {@link isResumable}.
 *
 * @throws ConflictError with a sentence that says why not
 * @internal
 */
export function checkResumable(
  task: TaskRow,
  connection: RegisteredConnection,
): void {
  if (isResumable(task, connection)) {
    return;
  }
  if (!isSameDatabase(task, connection)) {
    throw new ConflictError(
      `The task cannot be resumed: it ran on ${task.entity_ref} (${task.engine}), and the connection '${connection.id}' now stands for ${connection.entityRef} (${connection.engine}).`,
    );
  }
  throw new ConflictError(
    task.status === 'completed'
      ? 'The task cannot be resumed: it is completed. Run it again if it is to run once more.'
      : `The task cannot be resumed while it is ${task.status}.`,
  );
}

/**
 * Makes sure that a request to resume a task fits it.
 *
 * @throws InputError when the statement is none of the script
 * @throws ConflictError when another script is meant
 * @internal
 */
export function checkResumeRequest(
  { fromStatement, scriptSha256 }: ResumeTaskRequest,
  task: TaskRow,
): void {
  const last = task.total_statements ?? 2 ** 31 - 1;
  if (
    !Number.isSafeInteger(fromStatement) ||
    fromStatement < 1 ||
    fromStatement > last
  ) {
    throw new InputError(
      `fromStatement must be the number of a statement of the script, from 1 to ${last}.`,
    );
  }
  if (
    scriptSha256 !== undefined &&
    scriptSha256.toLowerCase() !== task.script_sha256
  ) {
    throw new ConflictError(
      `The task ran another script than you mean: its SHA-256 is ${task.script_sha256}.`,
    );
  }
}

function isSameDatabase(
  task: TaskRow,
  connection: RegisteredConnection,
): boolean {
  return (
    task.entity_ref === connection.entityRef &&
    task.engine === connection.engine
  );
}
