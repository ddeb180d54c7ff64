import {
  CancelOptions,
  DatabaseError,
  DatabaseSession,
  ExecuteBatchOptions,
  ExecuteOptions,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { StatementWarning } from 'backstage-plugin-task-center-common';
import { asksDiagnostics } from './asksDiagnostics';
import { BatchRun, BatchStatement } from './BatchRun';
import { concludeStatement } from './concludeStatement';
import { explainError } from './explainError';
import { isBatchable } from './isBatchable';
import { isOneStatement } from './isOneStatement';
import { MultiStatements } from './MultiStatements';
import { observesDiagnostics } from './observesDiagnostics';
import { PendingWork } from './PendingWork';
import { planRequest } from './planRequest';
import { quotesNeighbours } from './quotesNeighbours';
import { refusingRows } from './refusingRows';
import { formatSessionId } from './ServerSession';
import { SessionConnection } from './SessionConnection';
import {
  cancelledError,
  interruptedError,
  notSentError,
  tooLargeError,
} from './sessionErrors';
import { StatementRun } from './StatementRun';
import { stopReading } from './stopReading';
import { toDatabaseError } from './toDatabaseError';
import { SHOW_WARNINGS, toWarning, WarningTexts } from './WarningTexts';
import { hasStatus } from './wire';

const MAX_REQUEST_BYTES = 1024 * 1024;

/**
 * What a session was found to be when it was opened.
 *
 * @internal
 */
export interface MysqlSessionOptions {
  /** The product and its version, such as `MariaDB 10.11.19`. */
  product: string;
  /** The largest request that the server takes, in bytes. */
  maxRequestBytes: number;
  /** Whether the server undoes a whole transaction when a lock is not free in time. */
  rollbackOnTimeout: boolean;
  multi: MultiStatements;
}

/**
 * One connection to a MySQL server, with others opened beside it when its statement has to be ended.
 *
 * @internal
 */
export class MysqlSession implements DatabaseSession {
  readonly id: string;
  readonly description: string;

  private readonly texts = new WarningTexts();

  constructor(
    private readonly server: SessionConnection,
    private readonly options: MysqlSessionOptions,
  ) {
    const { identity } = server;
    this.id = formatSessionId(identity);
    this.description = `${options.product}, session ${identity.connectionId}`;
  }

  get isOpen(): boolean {
    return this.server.isOpen;
  }

  async execute(
    sql: string,
    options: ExecuteOptions,
  ): Promise<StatementOutcome> {
    return this.server.perform(work => this.executeAlone(work, sql, options));
  }

  canBatch(sql: string): boolean {
    return (
      this.options.multi.supported &&
      isBatchable(sql, this.backslashEscapes) &&
      this.isReadAsWritten(sql)
    );
  }

  async executeBatch(
    statements: readonly string[],
    options: ExecuteBatchOptions,
  ): Promise<void> {
    return this.server.perform(async work => {
      let done = 0;
      while (done < statements.length) {
        work.assertWanted();
        done += await this.executeNext(work, statements, done, options);
      }
    });
  }

  async cancel(options: CancelOptions = {}): Promise<void> {
    await this.server.cancel(options);
  }

  async close(): Promise<void> {
    await this.server.close();
  }

  private async executeAlone(
    work: PendingWork,
    sql: string,
    options: ExecuteOptions,
  ): Promise<StatementOutcome> {
    this.assertFits(sql);
    work.assertWanted();
    if (this.mightBeSeveral(sql)) {
      await this.turnMultiStatements(work, false);
    }
    if (!this.server.speaksUtf8 && !asksDiagnostics(sql)) {
      await this.server.restoreUtf8();
      work.assertWanted();
    }
    const { connection, address, identity } = this.server;
    const request = await this.server.request(work, killer => {
      const run: StatementRun = new StatementRun(connection, sql, options, () =>
        stopReading({ run, killer, sql, address, server: identity.server }),
      );
      return run;
    });
    const { run: done, killer } = request;
    const outcome = await concludeStatement(request, {
      sql,
      explain: error => this.explain(error, sql, done.hasDelivered),
      readWarnings: () => this.server.query('SHOW WARNINGS').catch(() => []),
    });
    if (outcome.warnings && !killer.used && this.texts.mayAsk(options.next)) {
      outcome.warningTexts = await this.askWarnings();
    }
    this.texts.note(outcome);
    return outcome;
  }

  /** @returns how many statements it has executed */
  private async executeNext(
    work: PendingWork,
    statements: readonly string[],
    from: number,
    { onSuccess, next }: ExecuteBatchOptions,
  ): Promise<number> {
    const planned = this.plan(statements, from, next);
    const done =
      planned.length > 1
        ? await this.executeTogether(work, planned, onSuccess)
        : 0;
    if (done === planned.length) {
      return done;
    }
    const options = {
      ...refusingRows(),
      next: statements[from + done + 1] ?? next,
    };
    onSuccess(await this.executeAlone(work, statements[from + done], options));
    return done + 1;
  }

  private plan(
    statements: readonly string[],
    from: number,
    next: string | undefined,
  ): BatchStatement[] {
    const { maxRequestBytes, multi } = this.options;
    const turns = multi.supported && !multi.isOn;
    // Turning it on is noticed, too.
    const alone =
      !multi.supported || (turns && observesDiagnostics(statements[from]));
    return planRequest({
      statements: alone ? statements.slice(0, from + 1) : statements,
      from,
      next,
      maxBytes: Math.min(MAX_REQUEST_BYTES, maxRequestBytes - 1),
      // The settings on which this depends may have changed since the caller asked.
      canShare: sql =>
        (!sql.includes('\\') && this.isReadAsWritten(sql)) ||
        this.canBatch(sql),
      texts: this.texts,
    });
  }

  /** @returns how many statements it has executed: those before the one that has to go alone, or all */
  private async executeTogether(
    work: PendingWork,
    statements: BatchStatement[],
    onSuccess: (outcome: StatementOutcome) => void,
  ): Promise<number> {
    await this.turnMultiStatements(work, true);
    const { connection } = this.server;
    const { run, killer, cancelled } = await this.server.request(
      work,
      () =>
        new BatchRun(connection, statements, outcome => {
          this.texts.note(outcome);
          onSuccess(outcome);
        }),
    );
    const { error, failure, succeeded } = run;
    if (failure !== undefined) {
      throw failure;
    }
    if (succeeded === statements.length) {
      return succeeded;
    }
    if (error?.connectionLost) throw error;
    const { sql } = statements[succeeded];
    const explained = error && (await this.explain(error, sql));
    if (cancelled && (killer.used || !error)) throw cancelledError(explained);
    // Both the message and what the script may ask for afterwards are to be about this statement only.
    if (error && quotesNeighbours(error, sql)) {
      return succeeded;
    }
    throw explained ?? interruptedError();
  }

  private explain(
    error: DatabaseError,
    sql: string,
    hasDelivered = false,
  ): Promise<DatabaseError> {
    const { rollbackOnTimeout } = this.options;
    const statement = { sql, rollbackOnTimeout, hasDelivered };
    return explainError(error, this.server, statement);
  }

  private async askWarnings(): Promise<StatementWarning[] | undefined> {
    try {
      return (await this.server.query(SHOW_WARNINGS)).map(toWarning);
    } catch {
      return undefined;
    }
  }

  private get backslashEscapes(): boolean {
    return !hasStatus(this.server.status, 'noBackslashEscapes');
  }

  // In some of the character sets that a script may choose, a character takes quotes or semicolons with it.
  private isReadAsWritten(sql: string): boolean {
    return (
      this.server.speaksUtf8 ||
      // eslint-disable-next-line no-control-regex
      !/[^\x00-\x7f]/.test(sql)
    );
  }

  private mightBeSeveral(sql: string): boolean {
    return (
      this.options.multi.isOn &&
      sql.includes(';') &&
      !(isOneStatement(sql, this.backslashEscapes) && this.isReadAsWritten(sql))
    );
  }

  private async turnMultiStatements(
    work: PendingWork,
    on: boolean,
  ): Promise<void> {
    try {
      await this.options.multi.turn(on);
    } catch (error) {
      const failure = toDatabaseError(error);
      this.server.noteLoss(failure);
      throw failure.connectionLost ? notSentError(failure) : failure;
    }
    work.assertWanted();
  }

  private assertFits(sql: string): void {
    const { maxRequestBytes } = this.options;
    if (
      sql.length * 3 >= maxRequestBytes &&
      Buffer.byteLength(sql) >= maxRequestBytes
    ) {
      throw tooLargeError(maxRequestBytes);
    }
  }
}
