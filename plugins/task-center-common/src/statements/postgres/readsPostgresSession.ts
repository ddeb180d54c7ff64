const READING_WORDS = new Set([
  ...['CALL', 'CLOSE', 'DEALLOCATE', 'EXECUTE', 'FETCH', 'MOVE', 'RELEASE'],
  'SHOW',
]);
const READS =
  /\b(?:lastval|currval|current_setting|random|pg_advisory_unlock\w*|dblink\w*|pg_listening_channels)"?\s*\(|\bpg_temp|\bpg_(?:cursors|prepared_statements|settings)\b|^ROLLBACK\b[^]*\bTO\b|^EXPLAIN\b[^]*\bEXECUTE\b/i;

/**
 * Says whether a PostgreSQL statement may depend on what others before it left in the session.
 *
 * @internal
 */
export function readsPostgresSession(
  word: string,
  code: string,
  sql: string,
): boolean {
  return READING_WORDS.has(word) || READS.test(word === 'DO' ? sql : code);
}
