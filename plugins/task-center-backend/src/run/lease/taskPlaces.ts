/**
 * SQL that is true for tasks that stand in line. Word for word the condition of an index, which SQLite would not use
 * otherwise.
 *
 * @internal
 */
export const IS_WAITING = `status = 'preparing' and worker_id is null`;

/**
 * SQL that is true for tasks that hold a place of their connection. Word for word the condition of an index.
 *
 * @internal
 */
export const IS_HELD = `status in ('preparing', 'running') and worker_id is not null`;
