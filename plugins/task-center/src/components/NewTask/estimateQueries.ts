import { ScriptRisk } from 'backstage-plugin-task-center-common';
import { ScriptCount } from './ScriptCount';

const MOST = 10;
const OF_EACH = 3;
const ABOUT_TABLES =
  /^(?:ALTER TABLE|CREATE INDEX|DROP TABLE|LOCK TABLE|OPTIMIZE TABLE|TRUNCATE)/;

/**
 * What to ask the database about a statement.
 *
 * @internal
 */
export interface EstimateQuery {
  /** Its number in the script. */
  statement: number;
  /** The statement itself, or one that has as many rows as it is about. */
  sql: string;
}

/**
 * Chooses what of a script the database is asked about: what nothing limits, what concerns whole tables, and the first
 * others that change rows or return some.
 *
 * @internal
 */
export function estimateQueries(count: ScriptCount): EstimateQuery[] {
  const texts = new Map(count.changes.map(c => [c.statement, c.text]));
  const risky = count.risks.flatMap(({ first }) =>
    first.slice(0, OF_EACH).map(risk => queryOf(risk, texts)),
  );
  const others = [...count.changes, ...count.reads].map(
    ({ statement, text }) => ({
      statement,
      sql: text,
    }),
  );
  const byStatement = new Map<number, EstimateQuery>();
  for (const query of [...risky, ...others]) {
    if (query && !byStatement.has(query.statement)) {
      byStatement.set(query.statement, query);
    }
  }
  return [...byStatement.values()].slice(0, MOST);
}

function queryOf(
  { kind, words, target, moreTargets, statement }: ScriptRisk,
  texts: Map<number, string>,
): EstimateQuery | undefined {
  const isChange = kind === 'update-all' || kind === 'delete-all';
  if (isChange) {
    const sql = texts.get(statement);
    return sql === undefined ? undefined : { statement, sql };
  }
  return target && !moreTargets && ABOUT_TABLES.test(words)
    ? { statement, sql: `SELECT * FROM ${target}` }
    : undefined;
}
