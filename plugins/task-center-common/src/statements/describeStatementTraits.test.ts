import { SqlDialect } from '../model';
import { describeStatementTraits } from './describeStatementTraits';
import { TransactionEdge, transactionEdge } from './transactionEdge';
import { StatementTraits } from './StatementTraits';

/** What ends the transaction, or `-`; what stays in the session; `reads` where it may depend on the session. */
type Expectation = `${string} ${StatementTraits['trace']}${'' | ' reads'}`;

const MYSQL: Record<Expectation, string[]> = {
  '- none': [
    'SELECT 1',
    "insert into t (mail) values ('a@b.c, @x := 1', 'd@e.f'), (\"it's @y\")",
    "INSERT INTO t VALUES ('\\'@x', `a@b`)",
    'UPDATE t SET a = 1 -- @x := 2',
    'DELETE FROM t # last_insert_id()\n WHERE a = 1',
    'REPLACE INTO t /* @x */ SELECT * FROM u',
    '(SELECT 1) UNION (SELECT 2)',
    'WITH a AS (SELECT 1) SELECT * FROM a',
    "LOAD DATA INFILE 'x' INTO TABLE t",
    'SAVEPOINT a',
    'SELECT 4 */*x*/ 2, 3 */ 1',
    'SHOW TABLES',
    'EXPLAIN SELECT 1',
    'ANALYZE SELECT 1',
    'ANALYZE FORMAT=JSON SELECT 1',
    'CHECKSUM TABLE t',
    'SET GLOBAL max_connections = 10',
    'SET PERSIST max_connections = 10',
    'SET @@global.max_connections = 10',
    'KILL QUERY 5',
    'SELECT @@global.read_only',
    'RESET PERSIST x',
  ],
  '- none reads': [
    'SELECT LAST_INSERT_ID()',
    'insert into t values (last_insert_id ( ))',
    'SELECT found_rows(), row_count()',
    'SELECT @a',
    'SELECT@a',
    'SELECT @`a b`',
    'SELECT 1 /*!, @a */',
    'SELECT @@warning_count',
    'SELECT @@session.sql_mode',
    'SHOW WARNINGS',
    'SHOW COUNT(*) ERRORS',
    "SHOW SESSION VARIABLES LIKE 'a'",
    "SELECT RELEASE_LOCK('a')",
    'ROLLBACK TO SAVEPOINT a',
    'ROLLBACK WORK TO a',
    'RELEASE SAVEPOINT a',
    'DEALLOCATE PREPARE p',
    'DROP PREPARE p',
    'DROP TEMPORARY TABLE t',
    'SELECT PREVIOUS VALUE FOR s',
  ],
  '- setting': [
    'USE shop',
    'use `shop`',
    'SET NAMES utf8mb4',
    "/*!40101 SET SQL_MODE='ANSI' */",
    'SET foreign_key_checks = 0, unique_checks = 0',
    'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
    'SET SESSION sql_log_bin = OFF',
    'SET GLOBAL a = 1, SESSION b = 2',
    'SET @a = 5',
    "SET @a := 'it''s (no) @call'",
    'SET ROLE admin',
  ],
  '- setting reads': [
    "/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */",
    '/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */',
    "SET sql_mode = CONCAT(@@sql_mode, ',ANSI')",
    "SET sql_mode = (SELECT CONCAT(@@sql_mode, ',ANSI'))",
  ],
  '- state': [
    'CREATE TEMPORARY TABLE a (b int)',
    'CREATE OR REPLACE TEMPORARY TABLE a (b int)',
    'SET @a = NOW()',
    'SET @a = (SELECT max(b) FROM t)',
    "SELECT get_lock('a', 1)",
    "PREPARE p FROM 'SELECT 1'",
    'BEGIN NOT ATOMIC DECLARE a INT; SET a = 1; END',
  ],
  '- state reads': [
    'SET @id = LAST_INSERT_ID()',
    'SET @b = @a + 1',
    'SELECT @a := 1',
    'SELECT @a:=@a+1 FROM t',
    'UPDATE t SET a = LAST_INSERT_ID(a + 1)',
    'CALL p(1, @a)',
    'SELECT 1 INTO @a',
    'EXECUTE p',
    "EXECUTE IMMEDIATE 'SELECT 1'",
    'HANDLER t OPEN',
    'GET DIAGNOSTICS @n = NUMBER',
  ],
  'COMMIT none': ['COMMIT', 'commit and chain', '/* x */ COMMIT'],
  'COMMIT state': ['BEGIN NOT ATOMIC INSERT INTO t VALUES (1); COMMIT; END'],
  'ROLLBACK none': ['ROLLBACK', 'rollback work'],
  'BEGIN none': ['BEGIN', 'begin work'],
  'START TRANSACTION none': ['START  TRANSACTION READ ONLY'],
  'SET autocommit setting': [
    'SET autocommit = 1',
    'set session autocommit=0',
    'SET @@autocommit=1',
    'SET sql_mode = 1, @@session.autocommit = 1',
  ],
  'SET TRANSACTION state': [
    'SET TRANSACTION READ ONLY',
    "SET @@transaction_isolation = 'SERIALIZABLE'",
  ],
  'SET PASSWORD none': ["SET PASSWORD FOR 'a'@'b' = 'c'"],
  'CREATE TABLE none': [
    'CREATE TABLE t (a int)',
    'create table if not exists t (a int)',
    'CREATE/*!32312 OR REPLACE*/ TABLE t (a int)',
    '-- a\n# b\n/* c */ CREATE TABLE t (a int)',
  ],
  'CREATE TABLE none reads': [
    'CREATE TABLE t AS SELECT @a',
    'CREATE TABLE event SELECT @a',
  ],
  'CREATE DATABASE none': ['CREATE DATABASE d'],
  'CREATE INDEX none': ['CREATE UNIQUE INDEX i ON t (a)'],
  'CREATE VIEW none': [
    'CREATE ALGORITHM=MERGE DEFINER=`a`@`b` VIEW v AS SELECT 1',
  ],
  'CREATE PROCEDURE none': [
    'CREATE DEFINER=`a`@`b` PROCEDURE p() BEGIN SET @a = NOW(); END',
  ],
  'CREATE FUNCTION none': ['CREATE FUNCTION f() RETURNS INT RETURN @a'],
  'CREATE TRIGGER none': [
    '/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`%`*/ /*!50003 TRIGGER r BEFORE INSERT ON t FOR EACH ROW SET NEW.a = @x */',
  ],
  'CREATE USER none': ["CREATE USER 'a'@'%'"],
  'ALTER TABLE none': ['ALTER ONLINE TABLE t ADD b int'],
  'DROP TABLE none': ['DROP TABLE IF EXISTS t'],
  'DROP VIEW none': ['drop view v'],
  'RENAME TABLE none': ['RENAME TABLE a TO b'],
  'TRUNCATE none': ['truncate t'],
  'TRUNCATE TABLE none': ['TRUNCATE TABLE t'],
  'GRANT none': ["GRANT ALL ON *.* TO 'a'@'%'"],
  'REVOKE none': ["REVOKE ALL ON *.* FROM 'a'@'%'"],
  'ANALYZE TABLE none': ['ANALYZE LOCAL TABLE t'],
  'OPTIMIZE none': ['OPTIMIZE TABLE t'],
  'REPAIR none': ['REPAIR TABLE t'],
  'CHECK TABLE none': ['CHECK TABLE t'],
  'FLUSH none': ['FLUSH PRIVILEGES'],
  'FLUSH state': ['FLUSH TABLES WITH READ LOCK'],
  'LOAD INDEX none': ['LOAD INDEX INTO CACHE t'],
  'LOCK TABLES state': ['LOCK TABLES t WRITE'],
  'UNLOCK TABLES none reads': ['UNLOCK TABLES'],
  'XA START none reads': ["XA START 'a'"],
  'INSTALL PLUGIN none': ["INSTALL PLUGIN a SONAME 'b'"],
};

const POSTGRES: Record<Expectation, string[]> = {
  '- none': [
    "INSERT INTO t VALUES ('lastval()', $$ currval('x') $$, E'\\'setseed(1)')",
    'UPDATE "pg_temp.x(" SET a = 1',
    'SELECT 1 -- set_config()',
    'SELECT /* /* lastval() */ lastval() */ 1',
    'WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a',
    'CREATE TABLE t (a int)',
    'CREATE INDEX i ON t (a)',
    'ALTER TABLE t DETACH PARTITION p',
    "ALTER TYPE e ADD VALUE 'a'",
    'DROP TABLE t',
    'TRUNCATE t',
    'GRANT ALL ON t TO a',
    'REFRESH MATERIALIZED VIEW CONCURRENTLY v',
    'REINDEX TABLE t',
    'CLUSTER t USING i',
    'CLUSTER (VERBOSE) t',
    'ANALYZE',
    'SAVEPOINT a',
    'SET LOCAL a = 1',
    'SET TRANSACTION ISOLATION LEVEL SERIALIZABLE',
    'SET CONSTRAINTS ALL DEFERRED',
    'LOCK TABLE t',
    'SELECT pg_advisory_xact_lock(1)',
    "SELECT pg_catalog.set_config('a', 'b', true)",
    'DO $$ BEGIN IF true THEN UPDATE t SET a = 1; END IF; END $$',
    'CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT lastval(); END',
    "CREATE FUNCTION f() RETURNS int AS 'SELECT lastval(); COMMIT' LANGUAGE sql",
    "NOTIFY a, 'b'",
    "COMMENT ON TABLE t IS 'VACUUM'",
    'IMPORT FOREIGN SCHEMA a FROM SERVER b INTO c',
    "COPY (SELECT 1) TO '/tmp/a'",
  ],
  '- none reads': [
    'SELECT lastval()',
    "INSERT INTO t VALUES (currval('s'))",
    'SELECT * FROM pg_temp.t',
    "SELECT current_setting('a')",
    'SHOW search_path',
    'EXECUTE p(1)',
    'FETCH ALL FROM c',
    'CLOSE c',
    'DEALLOCATE ALL',
    'ROLLBACK TO a',
    'ROLLBACK WORK TO SAVEPOINT a',
    'RELEASE a',
    'SELECT pg_advisory_unlock(1)',
  ],
  '- setting': [
    'SET search_path = a, b',
    "set time zone 'UTC'",
    'SET SESSION AUTHORIZATION a',
    'SET ROLE a',
    'RESET ALL',
    'LISTEN a',
    'UNLISTEN *',
    "LOAD 'auto_explain'",
    'DISCARD PLANS',
    "SELECT pg_catalog.set_config('search_path', '', false)",
  ],
  '- state': [
    'CREATE TEMP TABLE t (a int)',
    'CREATE LOCAL TEMPORARY TABLE t AS SELECT 1',
    'CREATE OR REPLACE TEMP VIEW v AS SELECT 1',
    'SELECT 1 AS a INTO TEMP t',
    'PREPARE p AS SELECT 1',
    'DECLARE c CURSOR WITH HOLD FOR SELECT 1',
    'SELECT pg_advisory_lock(1)',
    'SELECT pg_try_advisory_lock_shared(1)',
    "SELECT set_config('a', b, false) FROM t",
    'SELECT setseed(0.5)',
    'DO $$ BEGIN CREATE TEMP TABLE t (a int); END $$',
    'DO $$ BEGIN SET search_path = a; END $$',
  ],
  '- state reads': [
    'CREATE TABLE pg_temp.t (a int)',
    "CREATE FUNCTION pg_temp.f() RETURNS int AS 'SELECT 1' LANGUAGE sql",
    'CALL p(1)',
  ],
  'BEGIN none': ['BEGIN', 'begin isolation level serializable'],
  'START TRANSACTION none': ['START TRANSACTION'],
  'COMMIT none': ['COMMIT', '/* a */ commit', 'DO $$ BEGIN COMMIT; END $$'],
  'END none': ['END'],
  'ROLLBACK none': ['ROLLBACK AND CHAIN'],
  'ABORT none': ['ABORT'],
  'PREPARE TRANSACTION none': ["PREPARE TRANSACTION 'a'"],
  'COMMIT PREPARED none': ["COMMIT PREPARED 'a'"],
  'ROLLBACK PREPARED none': ["ROLLBACK PREPARED 'a'"],
  'VACUUM none': ['VACUUM', 'vacuum (full) t'],
  'CREATE DATABASE none': ['CREATE DATABASE a'],
  'DROP DATABASE none': ['DROP DATABASE IF EXISTS a'],
  'CREATE TABLESPACE none': ["CREATE TABLESPACE a LOCATION 'b'"],
  'DROP TABLESPACE none': ['DROP TABLESPACE a'],
  'ALTER SYSTEM none': ['ALTER SYSTEM SET a = 1'],
  'ALTER DATABASE SET TABLESPACE none': ['ALTER DATABASE a SET TABLESPACE b'],
  'CREATE INDEX CONCURRENTLY none': [
    'CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)',
  ],
  'DROP INDEX CONCURRENTLY none': ['DROP INDEX CONCURRENTLY IF EXISTS i'],
  'REINDEX none': [
    'REINDEX TABLE CONCURRENTLY t',
    'REINDEX (VERBOSE, CONCURRENTLY) INDEX i',
    'REINDEX (VERBOSE) DATABASE d',
    'REINDEX SCHEMA s',
    'REINDEX SYSTEM d',
  ],
  'CLUSTER none': ['CLUSTER', 'CLUSTER VERBOSE', 'CLUSTER (VERBOSE)'],
  'ALTER TABLE DETACH PARTITION none': [
    'ALTER TABLE t DETACH PARTITION p CONCURRENTLY',
  ],
  'CREATE SUBSCRIPTION none': [
    "CREATE SUBSCRIPTION s CONNECTION 'a' PUBLICATION p",
  ],
  'ALTER SUBSCRIPTION none': ['ALTER SUBSCRIPTION s REFRESH PUBLICATION'],
  'DISCARD ALL setting': ['DISCARD ALL'],
};

const SQLITE: Record<Expectation, string[]> = {
  '- none': [
    'INSERT INTO t VALUES (\'last_insert_rowid()\', [temp.a], "changes()")',
    'SELECT 1 -- changes()',
    'CREATE TABLE t (a)',
    'DROP TABLE t',
    'SAVEPOINT a',
    'ANALYZE',
    'PRAGMA table_info(t)',
    'PRAGMA main.integrity_check',
    'PRAGMA user_version = 3',
  ],
  '- none reads': [
    'SELECT last_insert_rowid()',
    'INSERT INTO t SELECT changes()',
    'SELECT * FROM temp.t',
    'PRAGMA cache_size',
    'PRAGMA foreign_keys',
    'RELEASE a',
    'ROLLBACK TO a',
    'ROLLBACK TRANSACTION TO SAVEPOINT a',
  ],
  '- setting': [
    "ATTACH 'a.db' AS a",
    'DETACH a',
    'PRAGMA cache_size = 100',
    'PRAGMA main.cache_size(100)',
  ],
  '- state': ['CREATE TEMP TABLE t (a)', 'create temporary view v as select 1'],
  '- state reads': ['CREATE TABLE temp.t (a)'],
  'BEGIN none': ['BEGIN IMMEDIATE', '-- a\nbegin'],
  'COMMIT none': ['COMMIT'],
  'END none': ['END TRANSACTION'],
  'ROLLBACK none': ['ROLLBACK'],
  'VACUUM none': ['VACUUM', "VACUUM INTO 'a'"],
  'PRAGMA foreign_keys setting': ['PRAGMA foreign_keys = ON'],
  'PRAGMA journal_mode setting': ['pragma main.JOURNAL_MODE=wal'],
  'PRAGMA synchronous setting': ['PRAGMA synchronous(0)'],
  'PRAGMA wal_checkpoint none': ['PRAGMA wal_checkpoint(TRUNCATE)'],
};

const REPEATED = [
  ...[
    '(,@=',
    '(select ',
    ' for ',
    '; commit',
    '/* ',
    '*/',
    '$a$',
    'row_count ',
  ],
  ...[' detach partition ', 'pg_advisory_', ' temp', 'a.', "E'", '\\'],
];

describe.each([
  ['mysql', MYSQL],
  ['postgres', POSTGRES],
  ['sqlite', SQLITE],
] as [SqlDialect, Record<Expectation, string[]>][])(
  'describeStatementTraits for %s',
  (dialect, table) => {
    const cases = Object.entries(table).flatMap(([expected, statements]) =>
      statements.map(sql => [sql, expected] as const),
    );

    it.each(cases)('%s → %s', (sql, expected) => {
      const { endsTransaction, trace, readsSession } = describeStatementTraits(
        dialect,
        sql,
      );
      expect(
        `${endsTransaction ?? '-'} ${trace}${readsSession ? ' reads' : ''}`,
      ).toBe(expected);
    });

    it('takes time linear in the text', () => {
      // Otherwise this would take longer than a test may.
      const long = 'x'.repeat(1_000_000);
      for (const start of ["SELECT '", "SELECT \\'", 'SET @a = ', 'CREATE ']) {
        for (const piece of [
          long,
          "'".repeat(1_000_001),
          ...REPEATED.map(it => it.repeat(1e5)),
        ]) {
          const { trace } = describeStatementTraits(
            dialect,
            `${start}@a ${piece}`,
          );
          expect(['none', 'setting', 'state']).toContain(trace);
        }
      }
    });
  },
);

it.each([
  ['mysql', 'START TRANSACTION READ ONLY', 'begin'],
  ['mysql', 'XA COMMIT "a"', 'commit'],
  ['mysql', 'create table t (id int)', 'commit'],
  ['mysql', 'rollback', 'rollback'],
  ['mysql', 'ROLLBACK TO SAVEPOINT a', undefined],
  ['mysql', 'SELECT 1', undefined],
  ['postgres', '/* so */ begin', 'begin'],
  ['postgres', 'ABORT', 'rollback'],
  ['postgres', 'END', 'commit'],
  ['sqlite', 'BEGIN IMMEDIATE', 'begin'],
  ['sqlite', 'END', 'commit'],
] as [SqlDialect, string, TransactionEdge | undefined][])(
  'in %s the edge of a transaction in %s is %s',
  (dialect, sql, edge) => {
    expect(transactionEdge(describeStatementTraits(dialect, sql))).toBe(edge);
  },
);

it.each([
  ['mysql', 'rollback to savepoint a', true],
  ['mysql', 'ROLLBACK WORK TO a', true],
  ['mysql', 'ROLLBACK', false],
  ['postgres', '/* so */ ROLLBACK TRANSACTION TO a', true],
  ['postgres', 'ROLLBACK AND CHAIN', false],
  ['sqlite', 'ROLLBACK TO a', true],
  ['sqlite', 'RELEASE a', false],
] as [SqlDialect, string, boolean][])(
  'in %s %s undoes a part of a transaction: %s',
  (dialect, sql, undoesPart) => {
    expect(describeStatementTraits(dialect, sql).undoesPart).toBe(undoesPart);
  },
);
