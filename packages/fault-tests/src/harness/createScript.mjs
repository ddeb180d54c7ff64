const SLEEP = { mysql: 'SLEEP', postgres: 'pg_sleep' };
const GROUP = 40;

/**
 * A script whose every INSERT leaves its own number in the table `marks`, once
 * for every time that it runs. SELECTs, statements that wait and statements
 * that fail are strewn in.
 *
 * @param {object} options
 * @param {string} options.tag - marks the rows of this script
 * @param {'mysql' | 'postgres'} options.engine
 * @param {number} options.statements
 * @param {() => number} options.random
 * @param {boolean} [options.fails] - whether some statements fail
 * @param {boolean} [options.transactions] - whether it commits now and then by
 *   itself, not with each statement
 * @returns {{ tag: string, kinds: string[], sql: string }} `kinds[i]` tells
 *   what statement i + 1 is
 */
export function createScript(options) {
  const { tag, engine, statements, random } = options;
  const kinds = Array.from({ length: statements }, (_, index) =>
    options.transactions
      ? kindInGroup(index, statements, random)
      : pick(random),
  ).map(kind => (kind === 'failing' && !options.fails ? 'insert' : kind));
  const texts = {
    begin: () => 'START TRANSACTION',
    commit: () => 'COMMIT',
    insert: n => `INSERT INTO marks (tag, n) VALUES ('${tag}', ${n})`,
    failing: n => `INSERT INTO marks (tag, n) VALUES (NULL, ${n})`,
    select: () => `SELECT COUNT(*) FROM marks WHERE tag = '${tag}'`,
    wait: () => `SELECT ${SLEEP[engine]}(0.02)`,
  };
  const sql = kinds.map((kind, index) => `${texts[kind](index + 1)};\n`);
  return { tag, kinds, sql: sql.join('') };
}

function pick(random) {
  const at = random();
  if (at < 0.03) return 'select';
  if (at < 0.04) return 'wait';
  if (at < 0.05) return 'failing';
  return 'insert';
}

function kindInGroup(index, statements, random) {
  if (index % GROUP === 0) return 'begin';
  if (index % GROUP === GROUP - 1 || index === statements - 1) return 'commit';
  const kind = pick(random);
  // PostgreSQL gives a transaction up with the first failure in it.
  return kind === 'failing' ? 'insert' : kind;
}
