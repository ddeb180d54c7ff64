import { DialectTraits, TraitsOfDialect } from '../DialectTraits';
import { leadingWord } from '../leadingWord';
import { postgresCommit } from './postgresCommit';
import { postgresTrace } from './postgresTrace';
import { readsPostgresSession } from './readsPostgresSession';

const PLAIN = new Set([
  ...['DELETE', 'INSERT', 'MERGE', 'SELECT', 'TABLE', 'UPDATE', 'VALUES'],
  'WITH',
]);

const ROUTINE = /^CREATE\s+(?:OR\s+REPLACE\s+)?(?:FUNCTION|PROCEDURE)\b/i;

const SUSPICION =
  /\b(?:lastval|currval|set_config|current_setting|setseed|random|pg_(?:try_)?advisory_(?:un)?lock\w*|dblink\w*|pg_listening_channels)"?\s*\(|\bpg_temp|\bINTO\s+(?:LOCAL\s+|GLOBAL\s+)?TEMP|\bpg_(?:cursors|prepared_statements|settings)\b/i;

/**
 * PostgreSQL.
 *
 * @internal
 */
export const postgresTraits: DialectTraits = {
  isPlain: word => PLAIN.has(word),
  isSuspicious: sql => SUSPICION.test(sql),
  describe,
};

function describe(code: string, sql: string): TraitsOfDialect {
  const word = leadingWord(code);
  const endsTransaction = postgresCommit(word, code, sql);
  const isRoutine = ROUTINE.test(code);
  // What is in a routine is not run now; where it stands may be the session's own schema.
  const run = isRoutine ? code.slice(0, code.indexOf('(') + 1) : code;
  return {
    ...(endsTransaction && { endsTransaction }),
    trace: postgresTrace(word, run, sql),
    readsSession: readsPostgresSession(word, run, sql),
  };
}
