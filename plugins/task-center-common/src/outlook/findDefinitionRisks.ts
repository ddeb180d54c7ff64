import { StatementRisk } from './StatementOutlook';
import { nameBehind, targetsBehind } from './nameBehind';
import { Token } from './tokensOf';

const NOT_COLUMNS = new Set([
  ...['CHECK', 'CONSTRAINT', 'DEFAULT', 'EXPRESSION', 'FOREIGN', 'IDENTITY'],
  ...['INDEX', 'KEY', 'NOT', 'PERIOD', 'PRIMARY', 'SYSTEM'],
]);
/** Objects whose name has more than one word. */
const LONG_OBJECT =
  /^(?:MATERIALIZED VIEW|FOREIGN TABLE|FOREIGN DATA|EVENT TRIGGER|TEXT SEARCH|ACCESS METHOD|OPERATOR (?:CLASS|FAMILY)|OWNED BY|USER MAPPING|RESOURCE GROUP|UNDO TABLESPACE)/;

/**
 * What a DROP removes for good.
 *
 * @internal
 */
export function risksOfDrop(tokens: Token[]): StatementRisk[] {
  const object = tokens[1]?.text ?? '';
  if (/^(?:TEMPORARY|PREPARE)$/.test(object)) {
    return [];
  }
  const long = LONG_OBJECT.exec(`${object} ${tokens[2]?.text}`)?.[0];
  return [
    {
      kind: 'drop',
      words: `DROP ${long ?? object}`.trim(),
      ...targetsBehind(tokens, long ? 3 : 2),
    },
  ];
}

/** @internal */
export function risksOfTruncate(tokens: Token[]): StatementRisk[] {
  return [
    {
      kind: 'truncate',
      words: 'TRUNCATE',
      ...targetsBehind(tokens, 1),
    },
  ];
}

/**
 * What an `ALTER TABLE` removes with the rows in it, besides what it locks.
 *
 * @internal
 */
export function risksOfAlterTable(tokens: Token[]): StatementRisk[] {
  const table = tokens.findIndex(({ text }) => text === 'TABLE');
  const target = nameBehind(tokens, table + 1);
  for (let at = target?.end ?? tokens.length; at < tokens.length - 1; at++) {
    const beginsAction = at === target?.end || tokens[at - 1].text === ',';
    const next = tokens[at + 1].text;
    if (!beginsAction || tokens[at].depth > 0) {
      continue;
    }
    if (tokens[at].text === 'TRUNCATE' && next === 'PARTITION') {
      const words = 'ALTER TABLE TRUNCATE PARTITION';
      return [{ kind: 'truncate', words, target: target?.name }];
    }
    if (tokens[at].text === 'DROP' && !NOT_COLUMNS.has(next)) {
      const what = next === 'PARTITION' ? 'PARTITION' : 'COLUMN';
      const words = `ALTER TABLE DROP ${what}`;
      return [{ kind: 'drop', words, target: target?.name }];
    }
  }
  return [];
}
