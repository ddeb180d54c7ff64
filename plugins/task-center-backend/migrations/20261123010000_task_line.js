// @ts-check

/**
 * What stands in line, and what holds a place: few of many tasks, looked at all the time.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    `CREATE INDEX tasks_waiting_idx
       ON tasks (connection, created_by, created_at, id)
       WHERE status = 'preparing' AND worker_id IS NULL`,
  );
  await knex.raw(
    `CREATE INDEX tasks_held_idx
       ON tasks (connection, created_by)
       WHERE status IN ('preparing', 'running') AND worker_id IS NOT NULL`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP INDEX tasks_waiting_idx');
  await knex.raw('DROP INDEX tasks_held_idx');
};
