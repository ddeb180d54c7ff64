import { Random } from './createRandom';

type Fragment = (random: Random) => string;

const key: Fragment = random => String(random.below(12));

const WRITES: Fragment[] = [
  r => `INSERT INTO a (k, v) VALUES (${key(r)}, 'one; two')`,
  r => `INSERT INTO a (k, v) VALUES (${key(r)}, 'it''s'), (${key(r)}, $$x;$$)`,
  r => `INSERT INTO a (k, v) VALUES (${key(r)}, 'skip') ON CONFLICT DO NOTHING`,
  r =>
    `INSERT INTO a (k, v) VALUES (${key(
      r,
    )}, 'd') ON CONFLICT (k) DO UPDATE SET v = left(a.v, 5) || '+'`,
  r =>
    `INSERT INTO a (k, v) VALUES (${key(r)}, 'much too long for the column')`,
  r => `INSERT INTO a (k, v) VALUES (${key(r)}, E'tab\\t\\'')`,
  r => `INSERT INTO a (k, v) VALUES (${key(r)}, 'x') -- a comment; with`,
  r => `insert /* why; /* deep */ */ into a (k, v) values (${key(r)}, 'low')`,
  () =>
    `INSERT INTO b (n, note) VALUES (lastval(), current_setting('search_path'))`,
  () => `INSERT INTO b (n, note) SELECT count(*), max(k)::text FROM a`,
  r => `INSERT INTO d (a_k) VALUES (${key(r)})`,
  r => `UPDATE a SET v = left(v, 8) || '!' WHERE k < ${key(r)}`,
  r => `UPDATE a SET k = k + 1 WHERE k = ${key(r)}`,
  r => `DELETE FROM a WHERE k = ${key(r)}`,
  () => `DELETE FROM missing`,
  () => `INSRT INTO a VALUES (1)`,
  () => `INSERT INTO a (k, v) VALUES (99, NULL)`,
  () => `INSERT INTO b (n) VALUES (10 / 0)`,
  () => `INSERT INTO b (n) VALUES ($1)`,
];

const READS: Fragment[] = [
  () => 'SELECT * FROM a ORDER BY k',
  () => 'SELECT count(*) FROM b',
  () => 'SELECT lastval()',
  () => "INSERT INTO b (n, note) VALUES (7, 'returned') RETURNING id, n",
  () => 'SHOW search_path',
  () =>
    'WITH gone AS (DELETE FROM b WHERE n = 7 RETURNING *) SELECT count(*) FROM gone',
];

const SESSION: Fragment[] = [
  () => 'BEGIN',
  () => 'START TRANSACTION ISOLATION LEVEL SERIALIZABLE',
  () => 'COMMIT',
  () => 'END',
  () => 'ROLLBACK',
  () => 'SAVEPOINT s',
  () => 'ROLLBACK TO SAVEPOINT s',
  () => 'SET CONSTRAINTS ALL IMMEDIATE',
  () => 'SET default_transaction_read_only = on',
  () => 'SET default_transaction_read_only = off',
  () => "SET LOCAL application_name = 'x'",
  () => 'PREPARE q AS INSERT INTO b (n) VALUES (3)',
  () => 'EXECUTE q',
  () => 'LOCK TABLE a',
];

const SCHEMA: Fragment[] = [
  r => `CREATE TABLE c${key(r)} (id INT)`,
  r => `DROP TABLE IF EXISTS c${key(r)}`,
  () => 'CREATE TEMPORARY TABLE IF NOT EXISTS tmp (n INT)',
  () => 'INSERT INTO tmp VALUES (1), (2)',
  () => 'TRUNCATE TABLE b',
  () => 'CALL p()',
  () => "DO $$ BEGIN RAISE NOTICE 'noted'; RAISE WARNING 'warned'; END $$",
  () => 'INSERT INTO noisy VALUES (1)',
];

const PRELUDE = `CREATE TABLE a (id SERIAL PRIMARY KEY, k INT UNIQUE, v VARCHAR(12) NOT NULL);
CREATE TABLE b (id SERIAL PRIMARY KEY, n INT, note TEXT);
CREATE TABLE d (a_k INT REFERENCES a (k) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE noisy (n INT);
CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'row %', NEW.n; RETURN NEW; END $$;
CREATE TRIGGER shouting BEFORE INSERT ON noisy FOR EACH ROW EXECUTE FUNCTION shout();
CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN INSERT INTO b (n) VALUES (1); COMMIT; INSERT INTO a (k, v) VALUES (5, 'p'); END $$;
`;

/**
 * A script for PostgreSQL with runs of short statements, failures strewn in, and whatever could tell whether statements
 * were sent alone or together.
 */
export function randomPostgresTask(random: Random, schema: string): string {
  const statements: string[] = [];
  const length = 10 + random.below(25);
  while (statements.length < length) {
    const what = random.below(20);
    const room =
      (what < 2 && READS) ||
      (what < 5 && SESSION) ||
      (what < 6 && SCHEMA) ||
      WRITES;
    statements.push(`${random.pick(room)(random)}\n;`);
  }
  return `CREATE SCHEMA ${schema}; SET search_path = ${schema};\n${PRELUDE}${statements.join(
    '\n',
  )}\n`;
}
