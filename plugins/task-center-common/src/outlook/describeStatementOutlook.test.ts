import { SqlDialect } from '../model';
import { describeStatementOutlook } from './describeStatementOutlook';

/** The statements by what is found in them: kinds of risk, words and targets; `-` where there is nothing to find. */
const STATEMENTS: Record<SqlDialect, Record<string, string[]>> = {
  mysql: {
    '-': [
      'UPDATE t SET a = 1 WHERE b = 2',
      'UPDATE t SET a = 1\nWHERE b = 2 AND c < 3',
      'update t set a = (select 1) where exists (select 1 from u)',
      'DELETE FROM t WHERE a IN (1, 2) -- or all?',
      'DELETE FROM t ORDER BY a LIMIT 10',
      'UPDATE a JOIN b ON a.id = b.id SET a.c = b.c',
      'DELETE a FROM a INNER JOIN b USING (id)',
      'UPDATE a NATURAL JOIN b SET a.c = b.c',
      'UPDATE t SET a = 1 WHERE b = 1 OR c = 1',
      "INSERT INTO t VALUES ('DELETE FROM t'), ('DROP TABLE t')",
      'INSERT INTO t SELECT 1 ON DUPLICATE KEY UPDATE a = 1',
      'REPLACE INTO t SELECT * FROM u',
      'SELECT * FROM t FOR UPDATE',
      'SELECT 1 /* DROP TABLE t */',
      'SELECT TRUNCATE(1.5, 0)',
      'EXPLAIN DELETE FROM t',
      'EXPLAIN FORMAT=JSON UPDATE t SET a = 1',
      'CREATE TABLE t (a INT, FOREIGN KEY (a) REFERENCES u (b) ON DELETE CASCADE)',
      'CREATE TRIGGER r AFTER INSERT ON t FOR EACH ROW DELETE FROM u',
      'CREATE PROCEDURE p() BEGIN DELETE FROM t; DROP TABLE u; END',
      'DROP TEMPORARY TABLE t',
      'DROP PREPARE p',
      'ALTER TABLE t ADD COLUMN a INT, ALGORITHM=INSTANT',
      'ALTER TABLE t ADD INDEX (a), LOCK = NONE',
      '/*!40000 ALTER TABLE `t` DISABLE KEYS */',
      'CREATE INDEX i ON t (a) LOCK=NONE',
      'SET @a = 1',
      'CALL p()',
      'SET NAMES utf8mb4',
      'SET @global = 1, @persist = 2',
      'SET SESSION sql_mode = (SELECT @@GLOBAL.sql_mode)',
      'START TRANSACTION READ ONLY',
      'FLUSH TABLES',
    ],
    'shutdown SHUTDOWN': ['SHUTDOWN', 'BEGIN NOT ATOMIC SHUTDOWN; END'],
    'server GRANT ALL ON *.* TO bob': [
      'GRANT ALL ON *.* TO bob WITH GRANT OPTION',
      "grant ALL ON *.* TO bob IDENTIFIED BY 'secret'",
      '/* why */ GRANT ALL ON *.* TO bob',
    ],
    "server REVOKE ALL ON shop.* FROM 'a'@'%'": [
      "REVOKE ALL ON shop.* FROM 'a'@'%'",
    ],
    'server SET GLOBAL max_connections': [
      'SET GLOBAL max_connections = 10',
      'SET a = 1, @@GLOBAL.max_connections = 10',
    ],
    'server SET PERSIST max_connections': ['set persist max_connections = 10'],
    'server CREATE USER a': ["CREATE USER a IDENTIFIED BY 'secret'"],
    'server ALTER USER IF EXISTS a': [
      "ALTER USER IF EXISTS a IDENTIFIED BY 'secret'",
    ],
    'drop DROP USER a': ['DROP USER a'],
    'drop DROP ROLE a': ['DROP ROLE a'],
    'server KILL 7': ['KILL 7'],
    "server PURGE BINARY LOGS TO 'x'": ["PURGE BINARY LOGS TO 'x'"],
    'server RESET MASTER': ['RESET MASTER'],
    'server FLUSH PRIVILEGES': ['FLUSH PRIVILEGES'],
    'server START SLAVE': ['START SLAVE'],
    'update-all UPDATE t': [
      'UPDATE t SET a = 1',
      'update low_priority ignore t set a = (select b from c where d)',
      'UPDATE t SET a = 1 WHERE 1',
      'UPDATE t SET a = 1 WHERE 1 = 1',
      'UPDATE t SET a = 1 WHERE TRUE ORDER BY a',
      'UPDATE t SET a = 1 -- WHERE b = 1',
      'UPDATE t SET a = 1 # because\n # WHERE b = 1',
      "UPDATE t SET a = 'x WHERE b = c'",
      'UPDATE t SET a = (SELECT b FROM u WHERE b = c)',
      'UPDATE t SET a = 1 /* x\n WHERE b = c */',
      'UPDATE t SET a = elseWHERE',
      "UPDATE t SET a = ' WHERE b = 1'",
      'UPDATE t SET a = 1 /* WHERE b */ # WHERE c',
      'UPDATE t LEFT JOIN u ON t.a = u.a SET t.b = 1',
      'UPDATE t, u SET t.a = u.a',
      'WITH x AS (SELECT 1 WHERE 1 = 2) UPDATE t SET a = 1',
      'SET STATEMENT max_statement_time=1 FOR UPDATE t SET a = 1',
      '/*!50001 UPDATE t SET a = 1 */',
    ],
    'update-all UPDATE `shop`.`or``ders`': [
      'UPDATE `shop`.`or``ders` SET a = 1',
    ],
    'delete-all DELETE t': [
      'DELETE FROM t',
      'delete quick from t',
      'DELETE t FROM t LEFT JOIN u ON t.a = u.a',
      'DELETE FROM t USING t, u',
      'EXPLAIN ANALYZE DELETE FROM t',
      'ANALYZE FORMAT=JSON DELETE FROM t',
      'BEGIN NOT ATOMIC DELETE FROM t; END',
      'IF 1 THEN DELETE FROM t; END IF',
    ],
    'delete-all DELETE t, drop DROP TABLE u': [
      'BEGIN NOT ATOMIC SELECT 1; DELETE FROM t; DROP TABLE u; END',
    ],
    'drop DROP TABLE t': ['DROP TABLE IF EXISTS t', '/*!32312 DROP TABLE t */'],
    'drop DROP TABLE t u.v w': ['DROP TABLE t, u.v, w'],
    'drop DROP DATABASE shop': ['DROP DATABASE shop', 'drop database shop'],
    'drop DROP VIEW v': ['DROP VIEW v'],
    'truncate TRUNCATE t': ['TRUNCATE t', 'TRUNCATE TABLE t'],
    'drop ALTER TABLE DROP COLUMN t, lock ALTER TABLE t': [
      'ALTER TABLE t DROP COLUMN a',
      'ALTER TABLE t ADD a INT (3), DROP b',
    ],
    'drop ALTER TABLE DROP PARTITION t, lock ALTER TABLE t': [
      'ALTER TABLE t DROP PARTITION p0',
    ],
    'truncate ALTER TABLE TRUNCATE PARTITION t, lock ALTER TABLE t': [
      'ALTER TABLE t TRUNCATE PARTITION p0',
    ],
    'lock ALTER TABLE t': [
      'ALTER TABLE t ADD COLUMN a INT',
      'ALTER TABLE t DROP INDEX i, DROP PRIMARY KEY, DROP FOREIGN KEY f',
      'ALTER IGNORE TABLE t ALTER a DROP DEFAULT',
    ],
    'lock CREATE INDEX t': [
      'CREATE INDEX i ON t (a)',
      'CREATE UNIQUE INDEX i USING BTREE ON t (a)',
    ],
    'lock LOCK TABLES t': ['LOCK TABLES t WRITE, u READ'],
    'lock OPTIMIZE TABLE t': ['OPTIMIZE LOCAL TABLE t'],
    'lock FLUSH TABLES WITH READ LOCK': ['FLUSH TABLES WITH READ LOCK'],
  },
  postgres: {
    '-': [
      'DELETE FROM t USING u WHERE t.a = u.a',
      'UPDATE t SET a = 1 WHERE CURRENT OF c',
      'WITH d AS (DELETE FROM t WHERE a RETURNING *) SELECT * FROM d',
      'INSERT INTO t VALUES (1) ON CONFLICT (a) DO UPDATE SET b = 2',
      'MERGE INTO t USING u ON t.a = u.a WHEN MATCHED THEN DELETE',
      'EXPLAIN DELETE FROM t',
      'EXPLAIN (ANALYZE false) DELETE FROM t',
      'EXPLAIN (VERBOSE, COSTS off) UPDATE t SET a = 1',
      'CREATE RULE r AS ON DELETE TO t DO INSTEAD DELETE FROM u',
      'CREATE FUNCTION f() RETURNS int AS $$ DELETE FROM t $$ LANGUAGE sql',
      'CREATE INDEX CONCURRENTLY i ON t (a)',
      'REINDEX TABLE CONCURRENTLY t',
      'ALTER TABLE t VALIDATE CONSTRAINT c',
      'REFRESH MATERIALIZED VIEW CONCURRENTLY v',
      'VACUUM (ANALYZE) t',
      'SELECT 1 AS "DROP TABLE t"',
      "DO $$ BEGIN PERFORM 'DELETE FROM t'; END $$",
      'CREATE USER MAPPING FOR a SERVER s',
      'SET work_mem = 1',
      'RESET ALL',
    ],
    'server GRANT ALL ON SCHEMA s TO a': ['GRANT ALL ON SCHEMA s TO a'],
    'server REVOKE a FROM b': ['REVOKE a FROM b'],
    'server CREATE ROLE a LOGIN': ["CREATE ROLE a LOGIN PASSWORD 'secret'"],
    'server ALTER USER a': ['ALTER USER a WITH SUPERUSER'],
    'server ALTER SYSTEM SET work_mem': ["ALTER SYSTEM SET work_mem = '1MB'"],
    'server ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO a': [
      'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO a',
    ],
    'drop DROP ROLE a': ['DROP ROLE a'],
    'drop DROP DATABASE shop': ['DROP DATABASE shop'],
    'update-all UPDATE t': [
      'UPDATE t SET a = 1',
      'UPDATE ONLY t SET a = u.a FROM u',
      'UPDATE t SET a = u.a FROM u JOIN v ON u.b = v.b',
      'UPDATE t SET a = $$ WHERE $$',
      "UPDATE t SET a = E'\\' WHERE b'",
      'UPDATE t SET a = 1 /* /* nested */ WHERE b */',
      'UPDATE t SET a = 1 WHERE true RETURNING *',
      'WITH x AS (SELECT 1) UPDATE t SET a = 1 FROM x',
      'EXPLAIN (ANALYZE, BUFFERS) UPDATE t SET a = 1',
    ],
    'delete-all DELETE t': [
      'DELETE FROM t',
      'DELETE FROM t USING u',
      'DELETE FROM t RETURNING a',
      'WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d WHERE a',
      'INSERT INTO u WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d',
      'EXPLAIN ANALYZE DELETE FROM t',
      'EXPLAIN ANALYZE VERBOSE DELETE FROM t',
      'DO $$ BEGIN DELETE FROM t; END $$',
      "-- it's all\nDELETE FROM t",
    ],
    'delete-all DELETE "Shop"."or""ders"': ['DELETE FROM "Shop"."or""ders"'],
    'drop DROP SCHEMA s': ['DROP SCHEMA IF EXISTS s CASCADE'],
    'drop DROP TABLE a.b "c,d"': ['DROP TABLE a.b, "c,d" CASCADE'],
    'drop DROP MATERIALIZED VIEW v': ['DROP MATERIALIZED VIEW v'],
    'drop DROP INDEX i': ['DROP INDEX CONCURRENTLY i'],
    'truncate TRUNCATE t': ['TRUNCATE ONLY t', 'TRUNCATE TABLE t CASCADE'],
    'drop ALTER TABLE DROP COLUMN t, lock ALTER TABLE t': [
      'ALTER TABLE IF EXISTS t DROP COLUMN IF EXISTS a',
    ],
    'lock ALTER TABLE t': [
      'ALTER TABLE t ADD a int',
      'ALTER TABLE t ALTER COLUMN a DROP NOT NULL',
      'ALTER TABLE t DROP CONSTRAINT c',
    ],
    'lock CREATE INDEX t': ['CREATE INDEX i ON ONLY t (a)'],
    'lock LOCK TABLE t': ['LOCK t', 'LOCK TABLE ONLY t IN SHARE MODE'],
    'lock VACUUM FULL': ['VACUUM FULL t', 'VACUUM (VERBOSE, FULL) t'],
    'lock REINDEX': ['REINDEX TABLE t'],
    'lock CREATE TRIGGER t': [
      'CREATE TRIGGER r BEFORE INSERT ON t EXECUTE FUNCTION f()',
    ],
  },
  sqlite: {
    '-': [
      'DELETE FROM t WHERE a = 1',
      'DELETE FROM t LIMIT 1',
      'EXPLAIN DELETE FROM t',
      'EXPLAIN QUERY PLAN DELETE FROM t',
      'CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM u; END',
      'ALTER TABLE t RENAME TO u',
    ],
    'update-all UPDATE t': ['UPDATE OR IGNORE t SET a = 1'],
    'update-all UPDATE [my t]': ['UPDATE [my t] SET a = 1'],
    'delete-all DELETE t': [
      'DELETE FROM t',
      'WITH a AS (SELECT 1) DELETE FROM t',
    ],
    'drop DROP TABLE t': ['DROP TABLE IF EXISTS t'],
    'drop ALTER TABLE DROP COLUMN t': ['ALTER TABLE t DROP a'],
    'lock CREATE INDEX t': ['CREATE UNIQUE INDEX IF NOT EXISTS i ON t (a)'],
    'lock VACUUM': ['VACUUM'],
  },
};

const CASES = Object.entries(STATEMENTS).flatMap(([dialect, groups]) =>
  Object.entries(groups).flatMap(([expected, statements]) =>
    statements.map(sql => [dialect as SqlDialect, sql, expected] as const),
  ),
);

describe('describeStatementOutlook', () => {
  it.each(CASES)('finds in %s: %s → %s', (dialect, sql, expected) => {
    const { risks } = describeStatementOutlook(dialect, sql);
    const found = risks.map(({ kind, words, target, moreTargets = [] }) =>
      [kind, words, target, ...moreTargets].filter(Boolean).join(' '),
    );
    expect(found.join(', ') || '-').toBe(expected);
  });

  it.each([
    ['mysql', 'insert into t values (1)', 'INSERT'],
    ['mysql', '(SELECT 1) UNION (SELECT 2)', 'SELECT'],
    ['mysql', '/*!50001 CREATE VIEW v AS SELECT 1 */', 'CREATE'],
    [
      'postgres',
      '-- why\n/* not */ WITH a AS (SELECT 1) DELETE FROM t',
      'DELETE',
    ],
    ['postgres', 'WITH a AS (DELETE FROM t RETURNING *) SELECT 1', 'SELECT'],
    ['sqlite', 'PRAGMA user_version', 'PRAGMA'],
    ['mysql', '?', 'other'],
  ] as const)('says of what kind it is, in %s: %s', (dialect, sql, kind) => {
    expect(describeStatementOutlook(dialect, sql).kind).toBe(kind);
  });

  it.each([
    ['postgres', Array.from({ length: 100_000 }, (_, n) => `$a${n}$`).join()],
    ['mysql', 'STATEMENT FOR SET '.repeat(100_000)],
  ] as const)('copes with any amount of what nests in %s', (dialect, text) => {
    const word = dialect === 'mysql' ? 'SET' : 'DO';
    const { risks } = describeStatementOutlook(dialect, `${word} ${text}`);
    expect(risks).toEqual([]);
  });
});
