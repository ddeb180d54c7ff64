import { SqlDialect } from '../model';
import { codeOf } from '../statements/codeOf';
import { leadingWord } from '../statements/leadingWord';
import {
  risksOfAlterTable,
  risksOfDrop,
  risksOfTruncate,
} from './findDefinitionRisks';
import { findUnbounded } from './findUnbounded';
import { isPlainlyBounded } from './isPlainlyBounded';
import { risksOfLocking } from './risksOfLocking';
import { risksOfServer } from './risksOfServer';
import { StatementOutlook, StatementRisk } from './StatementOutlook';
import { Token, tokensOf } from './tokensOf';

const NOTHING: StatementRisk[] = [];
/** Statements in which there is nothing to find. */
const HARMLESS = new Set([
  ...['BEGIN', 'CALL', 'COMMIT', 'INSERT', 'PRAGMA', 'RELEASE'],
  ...['REPLACE', 'ROLLBACK', 'SAVEPOINT', 'SELECT', 'SHOW', 'START'],
  ...['TABLE', 'UNLOCK', 'USE', 'VALUES'],
]);
const CHANGES_ROWS = new Set([
  ...['DELETE', 'INSERT', 'MERGE', 'REPLACE', 'SELECT', 'UPDATE', 'VALUES'],
]);
/** MariaDB runs these outside of stored programs, too. */
const BLOCK = /^(?:BEGIN|CASE|FOR|IF|LOOP|REPEAT|WHILE)$/;
/** In a block, a statement stands behind each of these. */
const BEFORE_STATEMENT = new Set([
  ...['ATOMIC', 'BEGIN', 'DO', 'ELSE', 'LOOP', 'REPEAT', 'THEN', ';'],
]);
const BODY_TAG = /\$\w*\$/;
const WITH_IN_INSERT = /\bWITH\b[^]*?\b(?:DELETE|UPDATE)\b/i;
const BEGINNING = 4_000;

/**
 * Tells from a statement's text alone of what kind it is, and what a person should know before it runs. What a procedure,
 * a function or a trigger of the database's own does cannot be told.
 *
 * Takes time linear in the text; below a microsecond for an INSERT or a SELECT that begins with that word.
 *
 * @param sql - one statement, as the splitter yields it
 * @public
 */
export function describeStatementOutlook(
  dialect: SqlDialect,
  sql: string,
): StatementOutlook {
  const word = leadingWord(sql);
  if (HARMLESS.has(word) && !isSuspicious(dialect, word, sql)) {
    return { kind: word, risks: NOTHING };
  }
  if (isPlainlyBounded(word, sql)) {
    return { kind: word, risks: NOTHING };
  }
  const first = word || leadingWord(firstCode(dialect, sql));
  if (!word && HARMLESS.has(first) && !isSuspicious(dialect, first, sql)) {
    return { kind: first, risks: NOTHING };
  }
  const tokens = withoutBrackets(tokensOf(dialect, sql));
  const kind = kindOf(tokens);
  return { kind, risks: risksOf(dialect, tokens, sql) };
}

function firstCode(dialect: SqlDialect, sql: string): string {
  const code = codeOf(dialect, sql.slice(0, BEGINNING));
  return code.replace(/^[\s(;]+/, '');
}

function isSuspicious(dialect: SqlDialect, word: string, sql: string) {
  if (word === 'BEGIN') {
    return dialect === 'mysql' && /^BEGIN\s+NOT\b/i.test(sql);
  }
  if (word === 'START') {
    return dialect === 'mysql' && !/^START\s+TRANSACTION\b/i.test(sql);
  }
  return (
    dialect === 'postgres' &&
    word === 'INSERT' &&
    WITH_IN_INSERT.test(sql.slice(0, BEGINNING))
  );
}

function withoutBrackets(tokens: Token[]): Token[] {
  const from = tokens.findIndex(({ text }) => text !== '(' && text !== ';');
  return from > 0 ? tokens.slice(from) : tokens;
}

function kindOf(tokens: Token[]): string {
  const [first] = tokens;
  if (first?.text === 'WITH') {
    const { depth } = first;
    const verb = tokens.find(
      t => t.depth === depth && CHANGES_ROWS.has(t.text),
    );
    return verb?.text ?? 'WITH';
  }
  return first?.kind === 'word' ? first.text : 'other';
}

function risksOf(
  dialect: SqlDialect,
  all: Token[],
  sql: string,
): StatementRisk[] {
  const tokens = dialect === 'mysql' ? behindSettings(all) : all;
  const word = tokens[0]?.text ?? '';
  if (dialect === 'mysql' && BLOCK.test(word)) {
    return risksOfBlock(dialect, tokens);
  }
  return dialect === 'postgres' && word === 'DO'
    ? risksOfBody(sql)
    : risksOfPlain(dialect, tokens);
}

function risksOfPlain(dialect: SqlDialect, tokens: Token[]): StatementRisk[] {
  switch (tokens[0]?.text) {
    case 'UPDATE':
    case 'DELETE':
    case 'INSERT':
    case 'WITH':
      return findUnbounded(dialect, tokens);
    case 'ANALYZE':
    case 'EXPLAIN':
    case 'DESCRIBE':
    case 'DESC':
      return risksOfExplain(dialect, tokens);
    case 'DROP':
      return risksOfDrop(tokens);
    case 'TRUNCATE':
      return risksOfTruncate(tokens);
    case 'ALTER':
      return [
        ...(isAlterTable(tokens) ? risksOfAlterTable(tokens) : NOTHING),
        ...risksOfServer(dialect, tokens),
        ...risksOfLocking(dialect, tokens),
      ];
    default:
      return [
        ...risksOfServer(dialect, tokens),
        ...risksOfLocking(dialect, tokens),
      ];
  }
}

function isAlterTable(tokens: Token[]): boolean {
  return tokens.slice(1, 4).some(({ text }) => text === 'TABLE');
}

/** EXPLAIN runs the statement when it is to measure it. */
function risksOfExplain(dialect: SqlDialect, tokens: Token[]): StatementRisk[] {
  const verb = tokens.findIndex(
    ({ text, depth }) =>
      depth === 0 && (CHANGES_ROWS.has(text) || text === 'WITH'),
  );
  const options = tokens.slice(0, verb).map(({ text }) => text);
  const runs =
    dialect !== 'sqlite' &&
    /\bANALY[SZ]E\b(?! (?:FALSE|OFF|0|= ?0)\b)/.test(options.join(' '));
  return verb > 0 && runs
    ? findUnbounded(dialect, tokens.slice(verb))
    : NOTHING;
}

/** `SET STATEMENT … FOR` stands before any statement in MariaDB, also more than once. */
function behindSettings(tokens: Token[]): Token[] {
  let from = 0;
  while (
    tokens[from]?.text === 'SET' &&
    tokens[from + 1]?.text === 'STATEMENT'
  ) {
    while (from < tokens.length && tokens[from].text !== 'FOR') {
      from += 1;
    }
    from += 1;
  }
  return from > 0 ? tokens.slice(from) : tokens;
}

function risksOfBody(sql: string): StatementRisk[] {
  const tag = BODY_TAG.exec(sql);
  if (!tag) {
    return NOTHING;
  }
  const from = tag.index + tag[0].length;
  const body = sql.slice(from, sql.indexOf(tag[0], from));
  return risksOfBlock('postgres', tokensOf('postgres', body));
}

function risksOfBlock(dialect: SqlDialect, tokens: Token[]): StatementRisk[] {
  const risks: StatementRisk[] = [];
  let from = 0;
  tokens.forEach(({ text, depth }, at) => {
    if (depth === 0 && BEFORE_STATEMENT.has(text)) {
      from = at + 1;
    } else if (at === tokens.length - 1 || endsStatement(tokens[at + 1])) {
      risks.push(...risksOfPlain(dialect, tokens.slice(from, at + 1)));
    }
  });
  return risks;
}

function endsStatement({ text, depth }: Token): boolean {
  return depth === 0 && BEFORE_STATEMENT.has(text);
}
