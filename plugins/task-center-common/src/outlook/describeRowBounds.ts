import { Token, tokensOf } from './tokensOf';

const AGGREGATES = new Set([
  ...['AVG', 'BIT_AND', 'BIT_OR', 'BIT_XOR', 'COUNT', 'GROUP_CONCAT'],
  ...['JSON_ARRAYAGG', 'JSON_OBJECTAGG', 'MAX', 'MIN', 'STD', 'STDDEV'],
  ...['STDDEV_POP', 'STDDEV_SAMP', 'SUM', 'VARIANCE', 'VAR_POP', 'VAR_SAMP'],
]);
const FOLDING = new Set(['DISTINCT', 'DISTINCTROW', 'GROUP', 'HAVING']);
const BEHIND_LIST = new Set(['EXCEPT', 'FROM', 'INTERSECT', 'UNION']);
const LIMIT =
  /^LIMIT (\d+)(?: , (\d+)| OFFSET (\d+))?(?: (?:FOR (?:SHARE|UPDATE)|LOCK IN)\b.*)?$/;

/**
 * What says how many rows a SELECT has, apart from the tables that it reads.
 *
 * @public
 */
export interface RowBounds {
  /** The rows that it leaves out at the beginning, and how many it has at most behind them. */
  limit?: { offset: number; rows: number };
  /** Whether several rows of the tables may become one, as with `GROUP BY` and `count(*)`. */
  folds: boolean;
}

/**
 * Tells from the text of a SELECT of MySQL what its plan does not: the plan counts the rows that are read.
 *
 * @param sql - as {@link selectAffectedRows} gives it
 * @returns no limit where it is not a plain number
 * @public
 */
export function describeRowBounds(sql: string): RowBounds {
  const tokens = tokensOf('mysql', sql);
  return { limit: limitOf(tokens), folds: foldsRows(tokens) };
}

function limitOf(tokens: Token[]): RowBounds['limit'] {
  const at = tokens.findLastIndex(
    ({ text, kind, depth }) =>
      depth === 0 && kind === 'word' && text === 'LIMIT',
  );
  const clause = tokens.slice(Math.max(0, at)).map(({ text }) => text);
  const match = LIMIT.exec(clause.join(' '));
  if (at < 0 || !match) {
    return undefined;
  }
  const [, first, second, behind = '0'] = match;
  return second === undefined
    ? { offset: Number(behind), rows: Number(first) }
    : { offset: Number(first), rows: Number(second) };
}

function foldsRows(tokens: Token[]): boolean {
  let isInList = false;
  return tokens.some(({ text, kind, depth }, at) => {
    if (kind !== 'word') {
      return false;
    }
    if (depth === 0 && (text === 'SELECT' || BEHIND_LIST.has(text))) {
      isInList = text === 'SELECT';
    }
    const isCall = tokens[at + 1]?.text === '(';
    return depth === 0 && FOLDING.has(text)
      ? true
      : isInList && isCall && AGGREGATES.has(text);
  });
}
