import { describeStatementOutlook } from 'backstage-plugin-task-center-common';
import { DatabaseSession } from 'backstage-plugin-task-center-node';
import { readRows } from '../readRows';

/** A part of a name, in quotes or not; no two ways to read one, so that it takes no time to find that there is none. */
const PART = /"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|[^."`[\]]+/g;
const LONGEST_NAME = 1_000;

/**
 * SQLite estimates no rows. What `ANALYZE` has counted in a table says how many an UPDATE or DELETE changes that takes all
 * of them.
 *
 * @internal
 */
export async function estimateSqliteRows(
  session: DatabaseSession,
  sql: string,
): Promise<number | undefined> {
  const { risks } = describeStatementOutlook('sqlite', sql);
  const risk = risks.find(({ kind }) => /^(?:update|delete)-all$/.test(kind));
  const target = risk?.target ?? wholeTable(sql);
  const table = target && nameIn(target);
  if (!table) {
    return undefined;
  }
  const hasCounts = await readRows(
    session,
    `SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'`,
  );
  if (hasCounts.length === 0) {
    return undefined;
  }
  const [count] = await readRows(
    session,
    `SELECT max(CAST(stat AS INTEGER)) FROM sqlite_stat1
     WHERE lower(tbl) = lower(${toLiteral(table)})`,
  );
  return count?.[0] ? Number(count[0]) : undefined;
}

function wholeTable(sql: string): string | undefined {
  return /^SELECT\s+\*\s+FROM\s+([^\s;]+)$/i.exec(sql)?.[1];
}

/** The last part of a name that may have a schema before it, without quotes. */
function nameIn(target: string): string | undefined {
  const last = target.slice(0, LONGEST_NAME).match(PART)?.at(-1);
  if (last === undefined) {
    return undefined;
  }
  const quote = last[0];
  return /^["`[]/.test(quote)
    ? last.slice(1, -1).replaceAll(quote + quote, quote)
    : last;
}

function toLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
