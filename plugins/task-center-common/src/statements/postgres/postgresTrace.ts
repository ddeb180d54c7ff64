import { SessionTrace } from '../StatementTraits';

const SETTING_WORDS = new Set([
  ...['DISCARD', 'LISTEN', 'LOAD', 'RESET', 'UNLISTEN'],
]);
const STATE_WORDS = new Set(['CALL', 'DECLARE']);
const LEAVES_STATE =
  /\b(?:pg_try_advisory_lock|pg_advisory_lock)\w*"?\s*\(|\b(?:set_config|setseed|dblink_connect|dblink_open)\w*"?\s*\(|^CREATE\b[^(]*?\b(?:TEMP|TEMPORARY)\b|^CREATE\b[^(]*?\bpg_temp|\bINTO\s+(?:LOCAL\s+|GLOBAL\s+)?TEMP(?:ORARY)?\b/i;
/** In the body of a DO block, which may run anything. */
const BLOCK_LEAVES_STATE =
  /\b(?:TEMP|TEMPORARY|pg_temp|set_config|setseed|EXECUTE|LISTEN|PREPARE|pg_(?:try_)?advisory_lock\w*|dblink\w*)\b|(?:;|\bBEGIN|\bTHEN|\bELSE|\bLOOP)\s*(?:SET|RESET)\b(?!\s+LOCAL\b)/i;
/** As dumps begin with it: the same each time. */
const SETS_CONSTANT =
  /^SELECT\s+(?:pg_catalog\s*\.\s*)?set_config\s*\(\s*''\s*,\s*''\s*,\s*(true|false)\s*\)\s*$/i;
/** Lasts no longer than the transaction. */
const SET_FOR_TRANSACTION = /^SET\s+(?:LOCAL|TRANSACTION|CONSTRAINTS)\b/i;

/**
 * Says what a PostgreSQL statement leaves in its session.
 *
 * @internal
 */
export function postgresTrace(
  word: string,
  code: string,
  sql: string,
): SessionTrace {
  if (word === 'SET') {
    return SET_FOR_TRANSACTION.test(code) ? 'none' : 'setting';
  }
  if (SETTING_WORDS.has(word)) {
    return 'setting';
  }
  const constant = SETS_CONSTANT.exec(code);
  if (constant) {
    return constant[1].toLowerCase() === 'true' ? 'none' : 'setting';
  }
  const isState =
    STATE_WORDS.has(word) ||
    (word === 'PREPARE' && !/^PREPARE\s+TRANSACTION\b/i.test(code)) ||
    (word === 'DO' && BLOCK_LEAVES_STATE.test(sql)) ||
    LEAVES_STATE.test(code);
  return isState ? 'state' : 'none';
}
