import { textOf, Token, tokensOf } from './tokensOf';

const MODIFIERS = new Set(['IGNORE', 'LOW_PRIORITY', 'QUICK']);
const BEHIND_ASSIGNMENTS = new Set(['LIMIT', 'ORDER', 'RETURNING', 'WHERE']);

type SelectOf = (rest: Token[]) => string | undefined;

const VERBS = new Map<string, SelectOf>([
  ['UPDATE', selectOfUpdate],
  ['DELETE', selectOfDelete],
  ['INSERT', selectOfInsert],
  ['REPLACE', selectOfInsert],
  ['SELECT', rest => `SELECT ${textOf(rest)}`],
]);

/**
 * Makes of a statement of MySQL that changes rows a SELECT of as many rows: those that an UPDATE or DELETE changes, or
 * that an `INSERT … SELECT` inserts. MySQL lets nobody ask within a transaction that can change nothing how an UPDATE
 * would be run, but a SELECT.
 *
 * @param sql - one statement, as the splitter yields it
 * @returns the SELECT; undefined where there is none, as for `INSERT … VALUES`
 * @public
 */
export function selectAffectedRows(sql: string): string | undefined {
  const tokens = tokensOf('mysql', sql);
  const at = tokens.findIndex(
    ({ text, depth }) => depth === 0 && VERBS.has(text),
  );
  if (at < 0) {
    return undefined;
  }
  const rest = tokens.slice(at + 1);
  const select = VERBS.get(tokens[at].text)!(rest);
  if (!select) {
    return undefined;
  }
  const common = textOf(tokens.slice(0, at));
  return `${common} ${select}`.trim();
}

function selectOfUpdate(rest: Token[]): string | undefined {
  const set = indexOf(rest, ({ text }) => text === 'SET');
  if (set < 0) {
    return undefined;
  }
  const assignments = rest.slice(set + 1);
  const end = indexOf(assignments, ({ text }) => BEHIND_ASSIGNMENTS.has(text));
  const tables = withoutModifiers(rest.slice(0, set));
  return selectFrom(tables, end < 0 ? [] : assignments.slice(end));
}

function selectOfDelete(rest: Token[]): string | undefined {
  const from = indexOf(rest, ({ text }) => text === 'FROM');
  if (from < 0) {
    return undefined;
  }
  const tables = rest.slice(from + 1);
  const using = indexOf(tables, ({ text }) => /^(?:USING|JOIN)$/.test(text));
  return tables[using]?.text === 'USING'
    ? selectFrom(tables.slice(using + 1))
    : selectFrom(tables);
}

function selectOfInsert(rest: Token[]): string | undefined {
  const select = indexOf(rest, ({ text }) => /^(?:SELECT|WITH)$/.test(text));
  if (select < 0) {
    return undefined;
  }
  const query = rest.slice(select);
  const end = indexOf(
    query,
    ({ text }, at) =>
      text === 'RETURNING' ||
      (text === 'ON' && query[at + 1]?.text === 'DUPLICATE'),
  );
  return textOf(end < 0 ? query : query.slice(0, end));
}

function selectFrom(tables: Token[], condition: Token[] = []): string {
  const all = [...tables, ...condition];
  const returning = indexOf(all, ({ text }) => text === 'RETURNING');
  const rows = returning < 0 ? all : all.slice(0, returning);
  return `SELECT 1 FROM ${textOf(rows)}`;
}

function withoutModifiers(tokens: Token[]): Token[] {
  const from = tokens.findIndex(({ text }) => !MODIFIERS.has(text));
  return tokens.slice(from);
}

function indexOf(
  tokens: Token[],
  isWanted: (token: Token, at: number) => boolean,
): number {
  return tokens.findIndex(
    (token, at) =>
      token.depth === 0 && token.kind === 'word' && isWanted(token, at),
  );
}
