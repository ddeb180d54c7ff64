import { valuesOf } from './mysqlTrace';

const READING_WORDS = new Set([
  ...['CALL', 'DEALLOCATE', 'EXECUTE', 'FETCH', 'GET', 'HANDLER', 'RELEASE'],
  ...['UNLOCK', 'XA'],
]);
const READS =
  /(?:(?<![\w$'"`@])|\b(?:SELECT|INTO|AND|OR|NOT|IN|BY|LIMIT|WHEN|THEN|ELSE|SET))@(?!@global\b)(?=[\w$.'"`@])|\b(?:LAST_INSERT_ID|ROW_COUNT|FOUND_ROWS|RELEASE_LOCK|RELEASE_ALL_LOCKS|LASTVAL)[\s`]*\(|\bPREVIOUS\s+VALUE\b|^ROLLBACK\b[^]*\bTO\b|^DROP\s+(?:PREPARE|TEMPORARY)\b|^SHOW\b[^]*\b(?:WARNINGS|ERRORS|VARIABLES|STATUS|PROFILES?)\b|^RESIGNAL\b/i;

/**
 * Says whether a MySQL statement may depend on what others before it left in the session.
 *
 * @internal
 */
export function readsMysqlSession(word: string, code: string): boolean {
  if (word === 'SET') {
    return READS.test(valuesOf(code));
  }
  return READING_WORDS.has(word) || READS.test(code);
}
