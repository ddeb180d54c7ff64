import { matchedWords } from '../matchedWords';

const OBJECT =
  /\b(?:TABLE|DATABASE|SCHEMA|VIEW|INDEX|PROCEDURE|FUNCTION|TRIGGER|EVENT|USER|ROLE|SERVER|TABLESPACE|SEQUENCE|PACKAGE|INSTANCE|RESOURCE\s+GROUP|LOGFILE\s+GROUP|SPATIAL\s+REFERENCE\s+SYSTEM|OUTLINE|TENANT|PLACEMENT\s+POLICY)\b/i;
const TEMPORARY =
  /^(?:CREATE(?:\s+OR\s+REPLACE)?|DROP)\s+TEMPORARY\b(?!\s+SEQUENCE)/i;

/** Statements of which the first words say it. */
const FIRST_WORDS =
  /^(?:TRUNCATE(?:\s+TABLE)?|RENAME\s+\w+|GRANT|REVOKE|(?:UN)?INSTALL\s+\w+|IMPORT\s+TABLE|START\s+(?:TRANSACTION|SLAVE|REPLICA|ALL|GROUP_REPLICATION)|STOP\s+\w+|CHANGE\s+\w+|RESET\b(?!\s+PERSIST)|COMMIT|BEGIN|XA\s+\w+|(?:UN)?LOCK\s+\w+|FLUSH|CACHE\s+INDEX|LOAD\s+INDEX|CHECK\s+\w+|REPAIR|OPTIMIZE|BACKUP|CLONE|SHUTDOWN|RESTART)\b/i;
const ANALYZE_TABLE =
  /^ANALYZE\s+(?:(?:NO_WRITE_TO_BINLOG|LOCAL)\s+)?TABLES?\b/i;
const ROLLBACK_TO = /^ROLLBACK(?:\s+WORK)?\s+TO\b/i;

/** MariaDB runs these outside of stored programs too. */
const COMPOUND = /^(?:BEGIN\s+NOT\s+ATOMIC|IF|CASE|LOOP|WHILE|REPEAT|FOR)\b/i;
const COMMIT_WITHIN =
  /(?:;|\b(?:ATOMIC|BEGIN|THEN|ELSE|DO|LOOP|REPEAT))\s*((?:COMMIT|ROLLBACK(?!(?:\s+WORK)?\s+TO\b)|START\s+TRANSACTION|CREATE(?!\s+TEMPORARY)|DROP(?!\s+TEMPORARY)|ALTER|RENAME|TRUNCATE|GRANT|REVOKE|FLUSH|(?:UN)?LOCK)\b)/i;

const SET_PASSWORD = /^SET\s+(?:PASSWORD|DEFAULT\s+ROLE)\b/i;
const SET_AUTOCOMMIT =
  /(?:^SET|,)\s*(?:(?:SESSION|LOCAL)\s+|@@(?:(?:session|local)\s*\.\s*)?)?`?autocommit\b/i;
/** Without a scope it is about the next transaction, and refused where one is open. */
const SET_TRANSACTION =
  /^SET\s+TRANSACTION\b|@@(?:tx|transaction)_(?:isolation|read_only)\s*:?=/i;

/**
 * Returns the words for which MySQL commits the transaction that is open, or undefined.
 *
 * @internal
 */
export function mysqlCommit(word: string, code: string): string | undefined {
  switch (word) {
    case 'CREATE':
    case 'ALTER':
    case 'DROP':
      return changeOfDefinition(word, code);
    case 'SET':
      return changeOfSetting(code);
    case 'ROLLBACK':
      return ROLLBACK_TO.test(code) ? undefined : word;
    case 'ANALYZE':
      return ANALYZE_TABLE.test(code) ? 'ANALYZE TABLE' : undefined;
    default:
  }
  if (COMPOUND.test(code)) {
    return matchedWords(COMMIT_WITHIN, code);
  }
  return matchedWords(FIRST_WORDS, code);
}

function changeOfDefinition(word: string, code: string): string | undefined {
  if (TEMPORARY.test(code) || /^DROP\s+PREPARE\b/i.test(code)) {
    return undefined;
  }
  const object = matchedWords(OBJECT, code);
  return object ? `${word} ${object}` : word;
}

function changeOfSetting(code: string): string | undefined {
  if (SET_AUTOCOMMIT.test(code)) {
    return 'SET autocommit';
  }
  return SET_TRANSACTION.test(code)
    ? 'SET TRANSACTION'
    : matchedWords(SET_PASSWORD, code);
}
