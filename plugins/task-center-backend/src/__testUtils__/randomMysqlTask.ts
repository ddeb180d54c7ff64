import { Random } from './createRandom';

type Fragment = (random: Random) => string;

const key: Fragment = random => String(random.below(12));

const WRITES: Fragment[] = [
  r => `INSERT INTO a (k, v) VALUES (${key(r)}, 'one; two')`,
  r => `INSERT INTO a (k, v) VALUES (${key(r)}, 'it''s'), (${key(r)}, "x")`,
  r => `INSERT IGNORE INTO a (k, v) VALUES (${key(r)}, 'ignored')`,
  r =>
    `INSERT INTO a (k, v) VALUES (${key(r)}, 'much too long for the column')`,
  r => `INSERT INTO a (k, v) VALUES (${key(r)}, 'back\\\\slash')`,
  r => `INSERT INTO a (k, v) VALUES (${key(r)}, 'quoted \\' here')`,
  r => `INSERT INTO a (k, v) VALUES (${key(r)}, 'x') -- a comment; with`,
  r => `insert /* why; */ into a (k, v) values (${key(r)}, 'low') # end;`,
  r => `REPLACE INTO a (k, v) VALUES (${key(r)}, 'replaced')`,
  r =>
    `INSERT INTO a (k, v) VALUES (${key(
      r,
    )}, 'd') ON DUPLICATE KEY UPDATE v = CONCAT(LEFT(v, 5), '+')`,
  () => `INSERT INTO b (n, note) VALUES (LAST_INSERT_ID(), ROW_COUNT())`,
  () => `INSERT INTO b (n, note) VALUES (@@warning_count, @@error_count)`,
  () => `INSERT INTO b (n, note) SELECT COUNT(*), MAX(k) FROM a`,
  () => `INSERT INTO b (n, note) VALUES (@x, @y)`,
  r => `UPDATE a SET v = CONCAT(LEFT(v, 8), '!') WHERE k < ${key(r)}`,
  r => `UPDATE a SET k = k + 1 WHERE k = ${key(r)}`,
  r => `DELETE FROM a WHERE k = ${key(r)}`,
  () => `DELETE FROM missing`,
  () => `INSRT INTO a VALUES (1)`,
  () => `INSERT INTO a (k, v) VALUES (99, NULL)`,
  () => `INSERT INTO b (n) VALUES (10 / 0)`,
];

const READS: Fragment[] = [
  () => 'SELECT * FROM a ORDER BY k',
  () => 'SELECT ROW_COUNT(), LAST_INSERT_ID(), @x, @y, FOUND_ROWS()',
  () => 'SELECT @@warning_count, @@error_count',
  () => 'SHOW WARNINGS',
  () => 'SHOW COUNT(*) WARNINGS',
  () => 'SELECT k, v FROM a WHERE k > 3 ORDER BY k LIMIT 2',
  () => "INSERT INTO b (n, note) VALUES (7, 'returned') RETURNING id, n",
];

const SESSION: Fragment[] = [
  () => 'SET @x = LAST_INSERT_ID()',
  r => `SET @x = ${key(r)}, @y = ROW_COUNT()`,
  () => 'SELECT COUNT(*) INTO @y FROM a',
  () => "SET sql_mode = 'NO_BACKSLASH_ESCAPES'",
  () => "SET sql_mode = ''",
  () => "SET sql_mode = 'STRICT_ALL_TABLES,ANSI_QUOTES'",
  () => 'SET sql_mode = DEFAULT',
  () => 'SET autocommit = 0',
  () => 'SET autocommit = 1',
  () => 'BEGIN',
  () => 'START TRANSACTION',
  () => 'COMMIT',
  () => 'ROLLBACK',
  () => 'SAVEPOINT s',
  () => 'ROLLBACK TO SAVEPOINT s',
];

const SCHEMA: Fragment[] = [
  r => `CREATE TABLE c${key(r)} (id INT)`,
  r => `DROP TABLE IF EXISTS c${key(r)}`,
  () => 'CREATE TEMPORARY TABLE IF NOT EXISTS tmp (n INT)',
  () => 'INSERT INTO tmp VALUES (1), (2)',
  () => 'INSERT INTO b (n) SELECT SUM(n) FROM tmp',
  () => 'TRUNCATE TABLE b',
  () => 'CALL p()',
];

const TWO_IN_ONE = `DELIMITER //
INSERT INTO b (n) VALUES (1); INSERT INTO b (n) VALUES (2)//
DELIMITER ;`;

/** What every script begins with. */
const PRELUDE = `CREATE TABLE a (id INT AUTO_INCREMENT PRIMARY KEY, k INT UNIQUE, v VARCHAR(12) NOT NULL);
CREATE TABLE b (id INT AUTO_INCREMENT PRIMARY KEY, n INT, note VARCHAR(20));
DELIMITER $$
CREATE PROCEDURE p() BEGIN INSERT INTO b (n) VALUES (1); INSERT INTO a (k, v) VALUES (5, 'p'); END$$
DELIMITER ;
`;

/**
 * A script for MariaDB with runs of short statements, failures strewn in, and whatever could tell whether statements
 * were sent alone or together.
 */
export function randomMysqlTask(random: Random, schema: string): string {
  const statements: string[] = [];
  const length = 10 + random.below(25);
  while (statements.length < length) {
    const what = random.below(20);
    if (what === 0) {
      statements.push(TWO_IN_ONE);
      continue;
    }
    const room =
      (what < 3 && READS) ||
      (what < 6 && SESSION) ||
      (what < 7 && SCHEMA) ||
      WRITES;
    statements.push(`${random.pick(room)(random)}\n;`);
  }
  return `CREATE DATABASE ${schema}; USE ${schema};\n${PRELUDE}${statements.join(
    '\n',
  )}\n`;
}
