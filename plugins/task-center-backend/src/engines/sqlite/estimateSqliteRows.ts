import { describeStatementOutlook } from 'backstage-plugin-task-center-common';
import { DatabaseSession } from 'backstage-plugin-task-center-node';
import { readRows } from '../readRows';

const LAST_PART = /(?:"[^"]*"|`[^`]*`|\[[^\]]*\]|[^.])+$/;

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
  if (!target) {
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
     WHERE lower(tbl) = lower(${toLiteral(nameIn(target))})`,
  );
  return count?.[0] ? Number(count[0]) : undefined;
}

function wholeTable(sql: string): string | undefined {
  return /^SELECT\s+\*\s+FROM\s+([^\s;]+)$/i.exec(sql)?.[1];
}

/** The last part of a name that may have a schema before it, without quotes. */
function nameIn(target: string): string {
  const last = LAST_PART.exec(target)![0];
  const quote = last[0];
  return /^["`[]/.test(quote)
    ? last.slice(1, -1).replaceAll(quote + quote, quote)
    : last;
}

function toLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
