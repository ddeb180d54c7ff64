import { ConflictError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { TaskRow } from '../../database';
import { ScriptStore } from '../../scripts';

/**
 * Makes sure that the script of a task is still the one that was handed over.
 *
 * @throws ConflictError when it is not
 * @internal
 */
export async function checkStoredScript(
  scripts: ScriptStore,
  task: TaskRow,
): Promise<void> {
  const hash = createHash('sha256');
  for await (const bytes of scripts.read(
    task.script_id,
    Number(task.script_bytes),
  )) {
    hash.update(bytes);
  }
  if (hash.digest('hex') !== task.script_sha256) {
    throw new ConflictError(
      'The stored script is not the one that the task ran: its SHA-256 is another one. Hand the rest over as a new task.',
    );
  }
}
