import { SqlDialect } from '../model';
import { StatementRisk } from './StatementOutlook';
import { textOf, Token } from './tokensOf';

interface ServerRule {
  kind: StatementRisk['kind'];
  /** On the words of the statement, in capitals and joined by single blanks. */
  pattern: RegExp;
}

const PRIVILEGES = /^(?:GRANT|REVOKE)\b/;
const RULES: Record<SqlDialect, ServerRule[]> = {
  mysql: [
    { kind: 'shutdown', pattern: /^(?:SHUTDOWN|RESTART)\b/ },
    { kind: 'server', pattern: PRIVILEGES },
    {
      kind: 'server',
      pattern:
        /^(?:ALTER|CREATE(?: OR REPLACE)?|RENAME) (?:ROLE|SERVER|USER)\b/,
    },
    {
      kind: 'server',
      pattern: /^(?:ALTER INSTANCE|KILL|PURGE|RESET|FLUSH(?! TABLES?\b))\b/,
    },
    { kind: 'server', pattern: /^(?:CHANGE|STOP|INSTALL|UNINSTALL) \w+/ },
    {
      kind: 'server',
      pattern: /^START (?:ALL )?(?:GROUP_REPLICATION|REPLICAS?|SLAVES?)\b/,
    },
    { kind: 'server', pattern: /^SET (?:PASSWORD|DEFAULT ROLE)\b/ },
  ],
  postgres: [
    { kind: 'server', pattern: PRIVILEGES },
    {
      kind: 'server',
      pattern: /^(?:ALTER|CREATE) (?:GROUP|ROLE|USER)\b(?! MAPPING)/,
    },
    { kind: 'server', pattern: /^ALTER (?:DEFAULT PRIVILEGES|SYSTEM)\b/ },
    { kind: 'server', pattern: /^REASSIGN OWNED\b/ },
  ],
  sqlite: [],
};
const LONGEST_PATTERN = 6;
const SCOPE = /^(?:GLOBAL|PERSIST|PERSIST_ONLY)$/;
/** Behind these stand passwords and details. */
const ENDS_TARGET = new Set([
  ...['=', 'ENCRYPTED', 'IDENTIFIED', 'PASSWORD', 'REQUIRE', 'WITH'],
]);
/** In characters, which no more tokens can have. */
const LONGEST_TARGET = 60;

/**
 * What a statement does to the server as a whole, or to what others may do there.
 *
 * @internal
 */
export function risksOfServer(
  dialect: SqlDialect,
  tokens: Token[],
): StatementRisk[] {
  const words = tokens.slice(0, LONGEST_PATTERN).map(token => token.text);
  const beginning = words.join(' ');
  for (const { kind, pattern } of RULES[dialect]) {
    const found = pattern.exec(beginning)?.[0];
    if (found) {
      return [describe(kind, found, tokens.slice(found.split(' ').length))];
    }
  }
  return dialect === 'mysql' && words[0] === 'SET'
    ? risksOfGlobals(tokens)
    : [];
}

function risksOfGlobals(tokens: Token[]): StatementRisk[] {
  for (let at = 1; at < tokens.length; at++) {
    const begins = at === 1 || tokens[at - 1].text === ',';
    if (!begins || tokens[at].depth > 0) {
      continue;
    }
    const isVariable = tokens[at].text === '@' && tokens[at + 1]?.text === '@';
    const scope = tokens[isVariable ? at + 2 : at];
    if (scope && SCOPE.test(scope.text)) {
      const behind = tokens.slice(isVariable ? at + 4 : at + 1);
      return [describe('server', `SET ${scope.text}`, behind)];
    }
  }
  return [];
}

function describe(
  kind: StatementRisk['kind'],
  words: string,
  behind: Token[],
): StatementRisk {
  const end = behind.findIndex(({ text }) => ENDS_TARGET.has(text));
  const named = behind.slice(0, end < 0 ? LONGEST_TARGET : end);
  const target = textOf(named.slice(0, LONGEST_TARGET));
  const shown =
    target.length > LONGEST_TARGET
      ? `${target.slice(0, LONGEST_TARGET - 1)}…`
      : target;
  return { kind, words, ...(shown && { target: shown }) };
}
