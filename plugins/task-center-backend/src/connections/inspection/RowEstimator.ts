import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { RowEstimate } from 'backstage-plugin-task-center-common';
import {
  DatabaseError,
  DatabaseSession,
} from 'backstage-plugin-task-center-node';
import { RegisteredConnection } from '../ConnectionRegistry';
import { checkEstimable } from './checkEstimable';
import { withInspectionSession } from './withInspectionSession';

const MOST_STATEMENTS = 10;
const AT_ONCE = 2;
const TIMEOUT_MS = 5_000;

/**
 * Asks databases how many rows statements would change, a few at a time for each, so that those who write scripts are no
 * load on them.
 *
 * @internal
 */
export class RowEstimator {
  private readonly running = new Map<string, number>();

  static create(options: { logger: LoggerService }): RowEstimator {
    return new RowEstimator(options.logger);
  }

  private constructor(private readonly logger: LoggerService) {}

  /**
   * @returns an estimate for each statement, in their order
   * @throws InputError when there are too many statements
   * @throws ServiceUnavailableError when the database does not answer or is asked by others already
   */
  async estimate(
    connection: RegisteredConnection,
    statements: readonly string[],
  ): Promise<RowEstimate[]> {
    if (statements.length > MOST_STATEMENTS) {
      throw new InputError(
        `At most ${MOST_STATEMENTS} statements can be estimated at once.`,
      );
    }
    const engine = connection.databaseEngine;
    const checked = statements.map(sql => check(engine.dialect, sql));
    if (!engine.estimateRows || !checked.some(({ sql }) => sql !== undefined)) {
      return checked.map(({ sql, ...estimate }) => estimate);
    }
    return this.inTurn(connection, (session, signal) =>
      estimateAll(checked, async sql => {
        signal.throwIfAborted();
        return engine.estimateRows!(session, sql);
      }),
    );
  }

  private async inTurn(
    connection: RegisteredConnection,
    use: (
      session: DatabaseSession,
      signal: AbortSignal,
    ) => Promise<RowEstimate[]>,
  ): Promise<RowEstimate[]> {
    const { id, title } = connection;
    const running = this.running.get(id) ?? 0;
    if (running >= AT_ONCE) {
      throw new ServiceUnavailableError(
        `Others are asking '${title}' for estimates. Try again in a few seconds.`,
      );
    }
    this.running.set(id, running + 1);
    try {
      const options = { logger: this.logger, timeoutMs: TIMEOUT_MS };
      return await withInspectionSession(connection, options, use);
    } finally {
      this.running.set(id, this.running.get(id)! - 1);
    }
  }
}

type CheckedStatement = RowEstimate & { sql?: string };

function check(
  dialect: Parameters<typeof checkEstimable>[0],
  sql: string,
): CheckedStatement {
  try {
    return { sql: checkEstimable(dialect, sql) };
  } catch (error: any) {
    return { problem: error.message };
  }
}

async function estimateAll(
  statements: CheckedStatement[],
  ask: (sql: string) => Promise<number | undefined>,
): Promise<RowEstimate[]> {
  const estimates: RowEstimate[] = [];
  for (const { sql, problem } of statements) {
    estimates.push(sql === undefined ? { problem } : await askFor(sql, ask));
  }
  return estimates;
}

async function askFor(
  sql: string,
  ask: (sql: string) => Promise<number | undefined>,
): Promise<RowEstimate> {
  try {
    const rows = await ask(sql);
    return rows === undefined ? {} : { rows };
  } catch (error) {
    if (error instanceof DatabaseError && !error.connectionLost) {
      return { problem: describeProblem(error) };
    }
    throw error;
  }
}

/**
 * Planning computes constants, so that the message of a value that went wrong may hold what the statement would have read.
 * What is wrong with its names and its grammar (the class 42 of SQLSTATE) says nothing that is not in its text.
 */
function describeProblem({ message, code, sqlState }: DatabaseError): string {
  return (sqlState ?? code)?.startsWith('42')
    ? message
    : `The database could not plan it${code ? ` (error ${code})` : ''}.`;
}
