import { SqlDialect } from '../model';
import { codeOf } from './codeOf';
import { DialectTraits } from './DialectTraits';
import { leadingWord } from './leadingWord';
import { mysqlTraits } from './mysql';
import { postgresTraits } from './postgres';
import { sqliteTraits } from './sqlite';
import { StatementTraits } from './StatementTraits';

const DIALECTS: Record<SqlDialect, DialectTraits> = {
  mysql: mysqlTraits,
  postgres: postgresTraits,
  sqlite: sqliteTraits,
};

// Blocks of statements stand alone in MariaDB, and `SET STATEMENT … FOR` stands before any statement there.
const RUNS_OTHERS =
  /^(?:CALL|EXECUTE|DO|BEGIN\s+NOT|IF|CASE|LOOP|REPEAT|WHILE|FOR|SET\s+STATEMENT)\b/i;

const NOTHING_SPECIAL: StatementTraits = Object.freeze({
  undoesPart: false,
  trace: 'none',
  runsOthers: false,
  readsSession: false,
});

/**
 * Tells from a statement's text alone what it does to the transaction that is open and to its session. What a procedure
 * or a function of the database's own does inside cannot be told.
 *
 * Takes time linear in the text; below a microsecond for a short INSERT, UPDATE, DELETE or SELECT.
 *
 * @param sql - one statement, as the splitter yields it
 * @throws TypeError when there is no such dialect
 * @public
 */
export function describeStatementTraits(
  dialect: SqlDialect,
  sql: string,
): StatementTraits {
  const traits = DIALECTS[dialect];
  if (!traits) {
    throw new TypeError(`There is no SQL dialect '${dialect}'.`);
  }
  if (traits.isPlain(leadingWord(sql)) && !traits.isSuspicious(sql)) {
    return NOTHING_SPECIAL;
  }
  const code = codeOf(dialect, sql).replace(/^[\s(;]+/, '');
  const described = traits.describe(code, sql);
  return {
    ...described,
    undoesPart: leadingWord(code) === 'ROLLBACK' && !described.endsTransaction,
    runsOthers: RUNS_OTHERS.test(code),
  };
}
