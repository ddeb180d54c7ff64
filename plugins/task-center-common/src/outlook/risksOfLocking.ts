import { SqlDialect } from '../model';
import { nameBehind } from './nameBehind';
import { StatementRisk } from './StatementOutlook';
import { Token } from './tokensOf';

interface LockRule {
  words: string;
  /** On the first words of the statement, in capitals and joined by single blanks. */
  pattern: RegExp;
  /** On all of it. */
  unless?: RegExp;
  /** The word behind which the table is named. */
  nameBehind?: string;
}

const ONLINE = /\b(?:ALGORITHM (?:= )?(?:INSTANT|NOCOPY)|LOCK (?:= )?NONE)\b/;
const CONCURRENTLY = /\bCONCURRENTLY\b/;

const RULES: Record<SqlDialect, LockRule[]> = {
  mysql: [
    {
      words: 'ALTER TABLE',
      pattern: /^ALTER (?:ONLINE |OFFLINE |IGNORE )*TABLE\b/,
      unless: new RegExp(`${ONLINE.source}|\\b(?:DISABLE|ENABLE) KEYS\\b`),
      nameBehind: 'TABLE',
    },
    {
      words: 'CREATE INDEX',
      pattern:
        /^CREATE (?:(?:OR REPLACE|\w+LINE|UNIQUE|\w+TEXT|SPATIAL) )*INDEX/,
      unless: ONLINE,
      nameBehind: 'ON',
    },
    {
      words: 'LOCK TABLES',
      pattern: /^LOCK TABLES?\b/,
      nameBehind: 'LOCK',
    },
    {
      words: 'OPTIMIZE TABLE',
      pattern: /^OPTIMIZE\b/,
      nameBehind: 'OPTIMIZE',
    },
    {
      words: 'REPAIR TABLE',
      pattern: /^REPAIR\b/,
      nameBehind: 'REPAIR',
    },
    {
      words: 'FLUSH TABLES WITH READ LOCK',
      pattern: /^FLUSH TABLES .*\b(?:READ LOCK|FOR EXPORT)\b/,
    },
  ],
  postgres: [
    {
      words: 'ALTER TABLE',
      pattern: /^ALTER TABLE\b/,
      unless:
        /\b(?:VALIDATE CONSTRAINT|SET STATISTICS|ATTACH PARTITION|CONCURRENTLY)\b/,
      nameBehind: 'TABLE',
    },
    {
      words: 'CREATE INDEX',
      pattern: /^CREATE (?:UNIQUE )?INDEX\b/,
      unless: CONCURRENTLY,
      nameBehind: 'ON',
    },
    { words: 'REINDEX', pattern: /^REINDEX\b/, unless: CONCURRENTLY },
    { words: 'VACUUM FULL', pattern: /^VACUUM (?:FULL\b|\( .*?\bFULL\b)/ },
    { words: 'CLUSTER', pattern: /^CLUSTER\b/ },
    { words: 'LOCK TABLE', pattern: /^LOCK\b/, nameBehind: 'LOCK' },
    {
      words: 'REFRESH MATERIALIZED VIEW',
      pattern: /^REFRESH MATERIALIZED VIEW\b/,
      unless: CONCURRENTLY,
      nameBehind: 'VIEW',
    },
    {
      words: 'CREATE TRIGGER',
      pattern: /^CREATE (?:OR REPLACE )?(?:CONSTRAINT )?TRIGGER\b/,
      nameBehind: 'ON',
    },
  ],
  sqlite: [
    { words: 'VACUUM', pattern: /^VACUUM\b/ },
    { words: 'REINDEX', pattern: /^REINDEX\b/ },
    {
      words: 'CREATE INDEX',
      pattern: /^CREATE (?:UNIQUE )?INDEX\b/,
      nameBehind: 'ON',
    },
  ],
};

/**
 * The table that a statement can keep others from for as long as it runs.
 *
 * @internal
 */
export function risksOfLocking(
  dialect: SqlDialect,
  tokens: Token[],
): StatementRisk[] {
  const text = tokens.map(token => token.text).join(' ');
  const rule = RULES[dialect].find(
    ({ pattern, unless }) => pattern.test(text) && !unless?.test(text),
  );
  if (!rule) {
    return [];
  }
  const at = tokens.findIndex(token => token.text === rule.nameBehind);
  const target = at < 0 ? undefined : nameBehind(tokens, at + 1)?.name;
  return [{ kind: 'lock', words: rule.words, target }];
}
