/** The tables that the scripts of {@link createScripts} write to. */
export const SCRIPT_TABLES = [
  'CREATE TABLE people (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(10), n TINYINT DEFAULT 0)',
  'CREATE TABLE noted (id INT PRIMARY KEY AUTO_INCREMENT, text VARCHAR(80))',
];

type Random = (below: number) => number;

const BATCHABLE: ((random: Random) => string)[] = [
  r => `INSERT INTO people (id, name) VALUES (${r(30) + 1}, 'given')`,
  () => "INSERT INTO people (name) VALUES ('next')",
  () => "INSERT INTO people (name) VALUES ('one'), ('two'), ('three')",
  r => `INSERT IGNORE INTO people VALUES (${r(30) + 1}, 'far too long', 300)`,
  () => "INSERT INTO people (name) VALUES ('far too long to fit')",
  r => `REPLACE INTO people VALUES (${r(30) + 1}, 'other', 1)`,
  r => `UPDATE people SET n = n + 1 WHERE id <= ${r(30)}`,
  () => 'UPDATE IGNORE people SET n = 300 WHERE id < 3',
  () => 'UPDATE people SET n = n / 0',
  r => `DELETE FROM people WHERE id = ${r(30) + 1}`,
  () => "INSERT INTO noted (text) SELECT CONCAT('rows ', ROW_COUNT())",
  () => "INSERT INTO noted (text) SELECT CONCAT('id ', LAST_INSERT_ID())",
  () => "INSERT INTO noted (text) SELECT CONCAT('found ', FOUND_ROWS())",
  () => "INSERT INTO noted (text) SELECT CONCAT('warned ', @@warning_count)",
  () => "INSERT INTO noted (text) VALUES (CONCAT('a is ', @a))",
  () => 'SET @a = LAST_INSERT_ID()',
  () => 'SET @a = ROW_COUNT()',
  () => 'SET @a = @@warning_count',
  () => 'SET @a := @a + 1',
  () =>
    `INSERT INTO noted (text) VALUES ('it''s; "quoted" -- and # no comment')`,
  () => `INSERT INTO noted (text) VALUES ("it's; ""quoted""; /* as well")`,
  () => "INSERT INTO noted /* ; ' */ (text) -- don't; ever\n VALUES ('a')",
  () => "INSERT INTO noted # it's\n (`text`) VALUES ('über; 😀')",
  () => "INSERT INTO noted (text) VALUES ('it\\'s; escaped')",
  () => "INSERT INTO noted (text) VALUES ('ends with \\\\')",
  () => "INSERT INTO noted (text) VALUES ('one \\ more')",
  () => 'INSERT INTO people VALUS (1)',
  () => 'INSERT INTO people (name) VALUES (1',
  () => 'INSERT INTO people\n (name)\n VALUES ((1)',
  () => 'UPDATE people SET',
  () => 'INSERT INTO nowhere VALUES (1)',
  () => 'DELETE FROM people WHERE nothing = 1',
  () => "INSERT INTO noted (text) VALUES (NO_SUCH_FUNCTION('x'))",
  () => 'BEGIN',
  () => 'START TRANSACTION',
  () => 'COMMIT',
  () => 'ROLLBACK',
  () => 'SAVEPOINT s',
  () => 'ROLLBACK TO SAVEPOINT s',
  () => 'RELEASE SAVEPOINT s',
];

const ALONE: ((random: Random) => string)[] = [
  () =>
    'SELECT ROW_COUNT(), FOUND_ROWS(), LAST_INSERT_ID(), @@warning_count, @a',
  () => 'SHOW WARNINGS',
  () => 'SHOW COUNT(*) WARNINGS',
  () => 'GET DIAGNOSTICS @a = ROW_COUNT',
  () => 'SELECT SQL_CALC_FOUND_ROWS id FROM people ORDER BY id LIMIT 2',
  () => 'SELECT name + 0 FROM people ORDER BY id LIMIT 3',
  () => 'SELECT FOUND_ROWS()',
  () => 'DO 1',
  () => 'SET autocommit = 0',
  () => 'SET autocommit = 1',
  () => "SET sql_mode = 'NO_BACKSLASH_ESCAPES'",
  () => "SET sql_mode = 'ANSI_QUOTES,STRICT_ALL_TABLES'",
  () => 'SET sql_mode = DEFAULT',
  () => "SELECT 'a;b'",
  () => 'SELECT 1; SELECT 2',
  () => 'DROP TABLE IF EXISTS nothing',
  () =>
    'CREATE OR REPLACE PROCEDURE two() BEGIN SELECT ROW_COUNT(); SELECT 2; END',
  () => 'CALL two()',
];

/**
 * Scripts of statements that mostly may share a request, with failures and other statements among them. The same ones
 * each time.
 */
export function createScripts(count: number): string[][] {
  const random = createRandom(20_241);
  const pick = (from: typeof ALONE) => from[random(from.length)](random);
  return Array.from({ length: count }, () =>
    Array.from({ length: 5 + random(40) }, () =>
      pick(random(8) === 0 ? ALONE : BATCHABLE),
    ),
  );
}

function createRandom(seed: number): Random {
  let state = seed;
  return below => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
