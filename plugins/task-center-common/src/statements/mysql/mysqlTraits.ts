import { DialectTraits, TraitsOfDialect } from '../DialectTraits';
import { leadingWord } from '../leadingWord';
import { mysqlCommit } from './mysqlCommit';
import { readsMysqlSession } from './readsMysqlSession';
import { mysqlTrace } from './mysqlTrace';

const PLAIN = new Set([
  ...['DELETE', 'DO', 'INSERT', 'REPLACE', 'SELECT', 'TABLE', 'UPDATE'],
  ...['VALUES', 'WITH'],
]);

const SUSPICION =
  /:=|(?:last_insert_id|row_count|found_rows|_locks?|lastval)[\s`]*\(|\bprevious\s/i;
/** Other than in most e-mail addresses. */
const VARIABLE =
  /@(?<=(?:[^\w]|\b(?:SELECT|INTO|AND|OR|NOT|IN|BY|LIMIT|WHEN|THEN|ELSE))@)/i;

const STORED_PROGRAM =
  /^(?:CREATE|ALTER)\b(?:(?!\b(?:TABLE|VIEW|INDEX|DATABASE|SCHEMA)\b)(?:[^(]|\(\)))*?\b(?:PROCEDURE|FUNCTION|TRIGGER|EVENT|PACKAGE)\b/i;

/**
 * MySQL and what speaks its dialect.
 *
 * @internal
 */
export const mysqlTraits: DialectTraits = {
  isPlain: word => PLAIN.has(word),
  isSuspicious: sql =>
    SUSPICION.test(sql) || (sql.includes('@') && VARIABLE.test(sql)),
  describe,
};

function describe(code: string): TraitsOfDialect {
  const word = leadingWord(code);
  const inner =
    word === 'SET' && /^SET\s+STATEMENT\b[^]*?\sFOR\s+([^]*)$/i.exec(code);
  if (inner) {
    return describe(inner[1]);
  }
  const endsTransaction = mysqlCommit(word, code);
  // What is in a stored program is not run now.
  if (STORED_PROGRAM.test(code)) {
    return { endsTransaction, trace: 'none', readsSession: false };
  }
  return {
    ...(endsTransaction && { endsTransaction }),
    trace: mysqlTrace(word, code),
    readsSession: readsMysqlSession(word, code),
  };
}
