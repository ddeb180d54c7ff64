import { SqlDialect } from '../model';
import { endOfNestedComment } from './endOfNestedComment';
import { BACKSLASH, characterSet, findCharacter } from '../splitter/characters';

const MARKS = {
  mysql: characterSet('\'"`#-/*'),
  postgres: characterSet('\'"-/$'),
  sqlite: characterSet('\'"`[-/'),
};
const ESCAPED = {
  "'": characterSet("'\\"),
  '"': characterSet('"\\'),
};
const LINE_BREAKS = characterSet('\r\n');
const EXECUTABLE = /\/\*M?!\d*/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_\x80-\uffff][\w\x80-\uffff]*)?\$/y;
const PART_OF_NAME = /[\w$\x80-\uffff]/;
const AFTER_DASHES = /[\0-\x20\x7f]/;

/**
 * Returns a statement without its comments and without what stands in quotes: `''`, `""` and the like stay of them. In
 * MySQL what stands in comments that are executed is code.
 *
 * @param quoted - takes in what stood in quotes, quotes included, in the order of the text
 * @internal
 */
export function codeOf(
  dialect: SqlDialect,
  sql: string,
  quoted?: string[],
): string {
  const marks = MARKS[dialect];
  let code = '';
  let from = 0;
  let inExecutable = false;
  for (let at = findCharacter(sql, 0, marks); at < sql.length; ) {
    const mark = markAt(dialect, sql, at, inExecutable);
    if (mark === '') {
      at = findCharacter(sql, at + 1, marks);
      continue;
    }
    inExecutable = (inExecutable && mark !== '*/') || mark.includes('!');
    code += sql.slice(from, at) + whatStaysOf(mark);
    from = endOf(dialect, sql, mark, at + mark.length);
    if (quoted && isQuote(mark)) {
      quoted.push(sql.slice(at, from));
    }
    at = findCharacter(sql, from, marks);
  }
  return from === 0 ? sql : code + sql.slice(from);
}

/**
 * Returns what begins a quote or a comment at a place, or ends a comment that is executed; otherwise an empty string.
 */
function markAt(
  dialect: SqlDialect,
  sql: string,
  at: number,
  inExecutable: boolean,
): string {
  const next = sql[at + 1];
  switch (sql[at]) {
    case '-':
      return next === '-' && (dialect !== 'mysql' || isSpaced(sql, at))
        ? '--'
        : '';
    case '/':
      return next === '*' ? commentMark(dialect, sql, at) : '';
    case '*':
      return next === '/' && inExecutable ? '*/' : '';
    case '$':
      return isPartOfName(sql, at - 1) ? '' : matchAt(DOLLAR_TAG, sql, at);
    default:
      return sql[at];
  }
}

function isSpaced(sql: string, at: number): boolean {
  return at + 2 >= sql.length || AFTER_DASHES.test(sql[at + 2]);
}

function commentMark(dialect: SqlDialect, sql: string, at: number): string {
  return (dialect === 'mysql' && matchAt(EXECUTABLE, sql, at)) || '/*';
}

function matchAt(pattern: RegExp, sql: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(sql)?.[0] ?? '';
}

function isPartOfName(sql: string, at: number): boolean {
  return at >= 0 && PART_OF_NAME.test(sql[at]);
}

function isQuote(mark: string): boolean {
  return `'"\`[$`.includes(mark[0]);
}

function whatStaysOf(mark: string): string {
  switch (mark[0]) {
    case "'":
    case '"':
    case '`':
      return mark + mark;
    case '$':
      return "''";
    case '[':
      return '[]';
    default:
      return ' ';
  }
}

function endOf(
  dialect: SqlDialect,
  sql: string,
  mark: string,
  from: number,
): number {
  switch (mark) {
    case '--':
    case '#':
      return endOfLine(dialect, sql, from);
    case '/*':
      return dialect === 'postgres'
        ? endOfNestedComment(sql, from)
        : behind(sql, '*/', from);
    case "'":
    case '"':
      return hasEscapes(dialect, sql, from - 1)
        ? endOfEscaped(sql, mark, from)
        : behind(sql, mark, from);
    case '[':
      return behind(sql, ']', from);
    default:
      return mark === '`' || mark[0] === '$' ? behind(sql, mark, from) : from;
  }
}

/** In PostgreSQL only strings such as `E'\n'` have them. */
function hasEscapes(dialect: SqlDialect, sql: string, quote: number): boolean {
  if (dialect !== 'postgres') {
    return dialect === 'mysql';
  }
  const prefix = sql[quote - 1];
  return (
    sql[quote] === "'" &&
    (prefix === 'E' || prefix === 'e') &&
    !isPartOfName(sql, quote - 2)
  );
}

function behind(sql: string, mark: string, from: number): number {
  const at = sql.indexOf(mark, from);
  return at < 0 ? sql.length : at + mark.length;
}

/** In PostgreSQL a carriage return alone is one too. */
function endOfLine(dialect: SqlDialect, sql: string, from: number): number {
  return dialect === 'postgres'
    ? findCharacter(sql, from, LINE_BREAKS)
    : behind(sql, '\n', from);
}

function endOfEscaped(sql: string, quote: "'" | '"', from: number): number {
  const marks = ESCAPED[quote];
  let at = findCharacter(sql, from, marks);
  while (
    at < sql.length &&
    (sql.charCodeAt(at) === BACKSLASH || sql[at + 1] === quote)
  ) {
    at = findCharacter(sql, at + 2, marks);
  }
  return Math.min(at + 1, sql.length);
}
