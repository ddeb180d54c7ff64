import { isFinalStatus } from 'backstage-plugin-task-center-common';
import { Knex } from 'knex';
import { TaskRow } from '../../database';

/**
 * The tasks that go on where these ended, oldest first.
 *
 * @internal
 */
export async function findResumptions(
  knex: Knex,
  ids: string[],
): Promise<Map<string, TaskRow[]>> {
  const rows: TaskRow[] = await knex<TaskRow>('tasks')
    .whereIn('resumes_task_id', ids)
    .orderBy(['created_at', 'id']);
  const found = new Map<string, TaskRow[]>();
  for (const row of rows) {
    const id = row.resumes_task_id!;
    found.set(id, [...(found.get(id) ?? []), row]);
  }
  return found;
}

/**
 * The one of a task's resumptions because of which it cannot be resumed once more: it may still send statements, or it
 * has sent some, which would run a second time.
 *
 * @internal
 */
export function findObstacle(
  resumptions: TaskRow[] | undefined,
): TaskRow | undefined {
  return resumptions?.findLast(
    row =>
      !isFinalStatus(row.status) ||
      row.dispatched_through >= row.first_statement,
  );
}
