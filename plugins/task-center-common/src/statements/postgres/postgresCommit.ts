import { matchedWords } from '../matchedWords';

/** Statements of which the first words say it. */
const FIRST_WORDS =
  /^(?:BEGIN|START\s+TRANSACTION|END|ABORT|COMMIT\s+PREPARED|COMMIT|ROLLBACK\s+PREPARED|PREPARE\s+TRANSACTION|VACUUM|ALTER\s+SYSTEM|(?:CREATE|DROP)\s+(?:DATABASE|TABLESPACE|SUBSCRIPTION)|(?:CREATE(?:\s+UNIQUE)?|DROP)\s+INDEX\s+CONCURRENTLY|DISCARD\s+ALL)\b/i;
/** Others that are refused within a transaction, by the words that name them. */
const REFUSED: [words: string, pattern: RegExp][] = [
  [
    'ALTER DATABASE SET TABLESPACE',
    /^ALTER\s+DATABASE\b[^]*\bSET\s+TABLESPACE\b/i,
  ],
  [
    'ALTER TABLE DETACH PARTITION',
    /^ALTER\s+TABLE\b[^]*\bDETACH\s+PARTITION\s+\S+\s+(?:CONCURRENTLY|FINALIZE)\b/i,
  ],
  [
    'ALTER SUBSCRIPTION',
    /^ALTER\s+SUBSCRIPTION\b[^]*\b(?:REFRESH|PUBLICATION)\b/i,
  ],
  [
    'REINDEX',
    /^REINDEX\b(?:[^]*\bCONCURRENTLY\b|\s*(?:\([^)]*\)\s*)?(?:DATABASE|SYSTEM|SCHEMA)\b)/i,
  ],
  ['CLUSTER', /^CLUSTER(?:\s+VERBOSE|\s*\([^)]*\))?\s*$/i],
];
const ROLLBACK_TO = /^ROLLBACK(?:\s+(?:WORK|TRANSACTION))?\s+TO\b/i;
/** In the body of a block, which is a string to the database. */
const COMMIT_WITHIN =
  /(?:\bBEGIN|\bTHEN|\bELSE|\bLOOP|;)\s*(COMMIT|ROLLBACK)\b(?!\s+TO\b)/i;

/**
 * Returns the words for which PostgreSQL ends the transaction that is open or refuses to run the statement within one,
 * or undefined.
 *
 * @internal
 */
export function postgresCommit(
  word: string,
  code: string,
  sql: string,
): string | undefined {
  if (word === 'ROLLBACK' && !/^ROLLBACK\s+PREPARED\b/i.test(code)) {
    return ROLLBACK_TO.test(code) ? undefined : word;
  }
  if (word === 'DO') {
    return matchedWords(COMMIT_WITHIN, sql);
  }
  return (
    matchedWords(FIRST_WORDS, code)?.replace('CREATE UNIQUE', 'CREATE') ??
    REFUSED.find(([_, pattern]) => pattern.test(code))?.[0]
  );
}
