import { SessionTrace } from '../StatementTraits';

/** Words with which a statement leaves behind what only it could make. */
const STATE_WORDS = new Set([
  ...['BEGIN', 'CALL', 'CASE', 'EXECUTE', 'FETCH', 'FOR', 'GET', 'HANDLER'],
  ...['IF', 'LOCK', 'LOOP', 'PREPARE', 'REPEAT', 'WHILE'],
]);
const LEAVES_STATE =
  /:=|\bINTO\s*@|\bLAST_INSERT_ID[\s`]*\(\s*[^)\s]|\b(?:GET_LOCK|SETVAL)[\s`]*\(|^CREATE\s+(?:OR\s+REPLACE\s+)?TEMPORARY\b|^FLUSH\b[^]*\b(?:READ\s+LOCK|FOR\s+EXPORT)\b/i;
const USER_VARIABLE =
  /(?:(?<![\w$'"`@])|\b(?:SELECT|INTO|AND|OR|NOT|IN|BY|LIMIT|WHEN|THEN|ELSE|SET))@(?=[\w$.'"`])/;

const GLOBAL_ONLY =
  /^SET\s+(?:(?:GLOBAL|PERSIST|PERSIST_ONLY)\s|@@(?:global|persist|persist_only)\s*\.)/i;
const SESSION_SCOPE =
  /\b(?:SESSION|LOCAL)\b|(?<!@)@(?!@)|,\s*@@(?!global|persist)/i;
const ABOUT_ACCOUNTS = /^SET\s+(?:PASSWORD|DEFAULT\s+ROLE)\b/i;
const NEXT_TRANSACTION_ONLY =
  /^SET\s+TRANSACTION\b|@@(?:tx|transaction)_(?:isolation|read_only)\s*:?=/i;
/** As dumps end with it: a setting gets the value back that a variable kept. */
const RESTORES =
  /^SET\s+(?:(?:SESSION|LOCAL)\s+|@@(?:(?:session|local)\.)?)?\w+\s*:?=\s*@[\w$.]+\s*$/i;
/** Functions that make the same of the same. */
const PURE_CALL =
  /\b(?:CONCAT|CONCAT_WS|REPLACE|UPPER|LOWER|TRIM)\s*\(|\(\s*SELECT\b/gi;

/**
 * Says what a MySQL statement leaves in its session.
 *
 * @internal
 */
export function mysqlTrace(word: string, code: string): SessionTrace {
  if (word === 'SET') {
    return traceOfSet(code);
  }
  if (word === 'USE') {
    return 'setting';
  }
  const isState =
    LEAVES_STATE.test(code) ||
    (STATE_WORDS.has(word) && !/^BEGIN(?:\s+WORK)?\s*$/i.test(code));
  return isState ? 'state' : 'none';
}

function traceOfSet(code: string): SessionTrace {
  if (ABOUT_ACCOUNTS.test(code)) {
    return 'none';
  }
  if (GLOBAL_ONLY.test(code) && !SESSION_SCOPE.test(code)) {
    return 'none';
  }
  if (NEXT_TRANSACTION_ONLY.test(code)) {
    return 'state';
  }
  if (RESTORES.test(code)) {
    return 'setting';
  }
  const values = valuesOf(code);
  const isState = USER_VARIABLE.test(values) || !isPure(values);
  return isState ? 'state' : 'setting';
}

function isPure(values: string): boolean {
  return (
    !values.includes('(') ||
    (!/\bFROM\b/i.test(values) && !values.replace(PURE_CALL, '').includes('('))
  );
}

/**
 * Takes the targets of the assignments out of a SET.
 *
 * @internal
 */
export function valuesOf(set: string): string {
  return set.replace(/(^SET|,)[^=,()]*?:?=/gi, '$1 ');
}
