import { DialectTraits, TraitsOfDialect } from '../DialectTraits';
import { leadingWord } from '../leadingWord';
import { matchedWords } from '../matchedWords';
import { SessionTrace } from '../StatementTraits';
import { pragmaIn } from './pragmaIn';

const PLAIN = new Set([
  ...['DELETE', 'INSERT', 'REPLACE', 'SELECT', 'UPDATE', 'VALUES', 'WITH'],
]);
const REFUSED = /^(?:BEGIN|COMMIT|END|ROLLBACK|VACUUM)\b/i;
const ROLLBACK_TO = /^ROLLBACK(?:\s+TRANSACTION)?\s+TO\b/i;
const LEAVES_STATE =
  /^CREATE\s+(?:TEMP|TEMPORARY)\b|^CREATE\b[^(]*?\btemp\s*\.|\bload_extension\s*\(/i;
const READS =
  /\b(?:last_insert_rowid|changes|total_changes)\s*\(|\btemp\s*\.|\bsqlite_temp_|^RELEASE\b/i;

const SUSPICION =
  /\b(?:last_insert_rowid|changes|load_extension)\s*\(|\btemp\s*\.|\bsqlite_temp_/i;

/**
 * SQLite.
 *
 * @internal
 */
export const sqliteTraits: DialectTraits = {
  isPlain: word => PLAIN.has(word),
  isSuspicious: sql => SUSPICION.test(sql),
  describe,
};

function describe(code: string): TraitsOfDialect {
  const word = leadingWord(code);
  const pragma = word === 'PRAGMA' ? pragmaIn(code) : undefined;
  const endsTransaction = pragma ? pragma.endsTransaction : commitOf(code);
  return {
    ...(endsTransaction && { endsTransaction }),
    trace: pragma ? pragma.trace : traceOf(word, code),
    readsSession: pragma ? pragma.readsSession : reads(code),
  };
}

function commitOf(code: string): string | undefined {
  return ROLLBACK_TO.test(code) ? undefined : matchedWords(REFUSED, code);
}

function traceOf(word: string, code: string): SessionTrace {
  if (word === 'ATTACH' || word === 'DETACH') {
    return 'setting';
  }
  return LEAVES_STATE.test(code) ? 'state' : 'none';
}

function reads(code: string): boolean {
  return READS.test(code) || ROLLBACK_TO.test(code);
}
