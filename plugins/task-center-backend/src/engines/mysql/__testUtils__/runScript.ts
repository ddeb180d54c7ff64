import {
  DatabaseSession,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { collectResults } from '../../__testUtils__/collectResults';

/** What became of a statement. */
export interface ScriptOutcome {
  sql: string;
  outcome?: StatementOutcome;
  rows?: unknown[];
  error?: { code?: string; sqlState?: string; message: string };
}

/**
 * Runs a script to its end, or to the first failure.
 *
 * @param together - whether statements share requests
 */
export async function runScript(
  session: DatabaseSession,
  script: string[],
  options: { together: boolean; goOn: boolean },
): Promise<ScriptOutcome[]> {
  const record: ScriptOutcome[] = [];
  const failed = () => record.at(-1)?.error !== undefined;
  while (record.length < script.length && (options.goOn || !failed())) {
    const from = record.length;
    let end = from;
    while (
      options.together &&
      end < script.length &&
      session.canBatch!(script[end])
    ) {
      end++;
    }
    if (end > from) {
      await runBatch(session, script.slice(from, end), script[end], record);
    } else {
      record.push(await runAlone(session, script, from, options.together));
    }
  }
  return record;
}

async function runBatch(
  session: DatabaseSession,
  statements: string[],
  next: string | undefined,
  record: ScriptOutcome[],
): Promise<void> {
  let done = 0;
  try {
    await session.executeBatch!(statements, {
      onSuccess: outcome => record.push({ sql: statements[done++], outcome }),
      next: next ?? '',
    });
  } catch (error) {
    record.push({ sql: statements[done], error: describe(error) });
  }
}

async function runAlone(
  session: DatabaseSession,
  script: string[],
  index: number,
  together: boolean,
): Promise<ScriptOutcome> {
  const sql = script[index];
  const { sink, results } = collectResults();
  try {
    const outcome = await session.execute(sql, {
      sink,
      maxRows: 1_000,
      next: together ? script[index + 1] ?? '' : undefined,
    });
    return results.length > 0
      ? { sql, outcome, rows: results.map(result => result.rows) }
      : { sql, outcome };
  } catch (error) {
    return { sql, error: describe(error) };
  }
}

function describe(error: any): ScriptOutcome['error'] {
  const { name, code, sqlState, message } = error;
  return name === 'DatabaseError'
    ? { code, sqlState, message }
    : { message: `${name}: ${message}` };
}
