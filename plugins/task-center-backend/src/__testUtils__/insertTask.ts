import { Knex } from 'knex';
import { databaseNow, TaskRow } from '../database';

/**
 * Puts a task into the plugin's tables as if it had been created and claimed by then.
 */
export async function insertTask(
  knex: Knex,
  columns: Partial<Record<keyof TaskRow, unknown>> & { id: string },
): Promise<TaskRow> {
  await knex('scripts')
    .insert({
      id: 'a-script',
      bytes: 1,
      sha256: 'x',
      created_by: 'user:default/ada',
      created_at: databaseNow(knex),
    })
    .onConflict()
    .ignore();
  const [row] = await knex('tasks')
    .insert({
      name: 'A task',
      connection: 'shop',
      entity_ref: 'resource:default/shop-db',
      engine: 'mysql',
      status: 'preparing',
      created_by: 'user:default/ada',
      created_at: databaseNow(knex),
      delimiter: ';',
      result_limit: 10,
      error_handling: 'abort',
      execution_timeout_seconds: 60,
      script_id: 'a-script',
      script_bytes: 1,
      script_sha256: '',
      ...columns,
    })
    .returning('*');
  return row;
}
