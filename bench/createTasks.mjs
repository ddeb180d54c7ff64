const SERIES = {
  postgres: count =>
    `FROM (SELECT n, (n * 48271) % 1000003 AS h FROM generate_series(1, ${count}::bigint) AS n) AS s`,
  sqlite: count =>
    `FROM (WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < ${count})
      SELECT n, (n * 48271) % 1000003 AS h FROM g) AS s`,
};

const PREPARE = {
  postgres: `\\connect "backstage_plugin_task-center"
ALTER INDEX tasks_search_idx SET (fastupdate = on);`,
  // The backend writes now and then.
  sqlite: '.timeout 60000',
};
const FINISH = {
  postgres: `ALTER INDEX tasks_search_idx SET (fastupdate = off);
VACUUM FULL task_counts; VACUUM ANALYZE;`,
  sqlite: '',
};

/**
 * SQL that puts tasks into the plugin's tables in the place of all others: over
 * the last 180 days, most of them of a few of 20 connections and 200 people,
 * nine of ten completed, 100 waiting or running. They are counted at once, as
 * the service does within minutes.
 */
export function createTasks(store, count) {
  const choose = (index, ...texts) =>
    `CASE ${index} ${texts
      .map((text, n) => `WHEN ${n} THEN '${text}'`)
      .join(' ')} END`;
  const skewed = below => `((h % ${below}) * ((h / 7) % ${below}) / ${below})`;
  const began = Date.now() - 180 * 24 * 3600 * 1000;
  const created = `${began} + n * ${Math.floor((180 * 86_400_000) / count)}`;
  const kind = 'connection, entity_ref, engine, created_by, status';
  return `${PREPARE[store]}
DELETE FROM tasks;
INSERT INTO scripts (id, bytes, sha256, created_by, created_at)
  VALUES ('s', 1, 'x', 'user:default/u1', ${Date.now() + 86_400_000})
  ON CONFLICT DO NOTHING;
INSERT INTO tasks (id, name, description, connection, entity_ref, engine,
  status, created_by, created_at, started_at, finished_at, delimiter,
  result_limit, error_handling, execution_timeout_seconds, script_id,
  script_bytes, script_sha256, total_statements, succeeded_statements,
  worker_id, lease_expires_at)
SELECT h || '-' || n,
  ${choose(
    'h % 6',
    'Backfill',
    'Fix',
    'Monthly report',
    'Recount',
    'Clean up',
    'Import',
  )}
    || ' ' || ${choose(
      '(h / 6) % 5',
      'orders',
      'customers',
      'prices',
      'invoices',
      'stock',
    )}
    || ' ' || (h % 5000),
  CASE WHEN h % 2 = 0 THEN 'Ticket SHOP-' || (h % 50000) END,
  'c' || ${skewed(20)}, 'resource:default/c' || ${skewed(20)}, 'mysql',
  CASE WHEN n > ${count - 50} THEN 'running' WHEN n > ${
    count - 100
  } THEN 'preparing'
    WHEN h % 100 < 90 THEN 'completed' WHEN h % 100 < 96 THEN 'failed' ELSE 'aborted' END,
  'user:default/u' || ${skewed(200)},
  ${created}, ${created} + 500, CASE WHEN n <= ${
    count - 100
  } THEN ${created} + 2000 END,
  ';', 1000, 'abort', 172800, 's', 100, 'x', 10, 10,
  'bench', ${Date.now() + 86_400_000}
${SERIES[store](count)};
DELETE FROM task_counts;
INSERT INTO task_counts (${kind}, tasks)
  SELECT ${kind}, count(*) FROM tasks GROUP BY ${kind};
${FINISH[store]}`;
}
