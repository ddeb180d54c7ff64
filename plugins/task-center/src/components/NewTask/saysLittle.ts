import { wordsOf } from './suggestTaskName';

const AROUND = new Set([
  ...['BEGIN', 'COMMIT', 'END', 'LOCK', 'PRAGMA', 'RELEASE', 'ROLLBACK'],
  ...['SAVEPOINT', 'SET', 'START', 'UNLOCK', 'USE'],
]);
/** Dumps of PostgreSQL begin with it. */
const SETS_CONFIG = /^SELECT (?:pg_catalog\.)?set_config\(/i;

/**
 * Whether a statement only prepares or ends what others do, as `SET`, `USE` and `COMMIT`, so that a script should not be
 * named after it.
 *
 * @internal
 */
export function saysLittle(statement: string): boolean {
  const [first = '', second = ''] = wordsOf(statement);
  const word = first.replace(/\W+$/, '').toUpperCase();
  return !word || AROUND.has(word) || SETS_CONFIG.test(`${first} ${second}`);
}
