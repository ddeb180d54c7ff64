import {
  CancelOptions,
  DatabaseError,
  DatabaseSession,
  ExecuteBatchOptions,
  ExecuteOptions,
  StatementCancelledError,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { Connection } from 'mysql2';
import { SilenceTimings } from '../network/SilenceWatch';
import { cancelStatement } from '../network/cancelStatement';
import { withDeadline } from '../network/withDeadline';
import { BatchRun, BatchStatement } from './BatchRun';
import { createStatementKiller } from './createStatementKiller';
import { dropConnection, socketOf } from './dropConnection';
import { endServerSession } from './endServerSession';
import { isBatchable } from './isBatchable';
import { isOneStatement } from './isOneStatement';
import { MultiStatements } from './MultiStatements';
import { observesDiagnostics } from './observesDiagnostics';
import { PendingRequest, PendingWork } from './PendingWork';
import { lookAtEnding } from './lookAtEnding';
import { planRequest } from './planRequest';
import { queryRows } from './queryRows';
import { MysqlAddress } from './readMysqlConfig';
import { refusingRows } from './refusingRows';
import { ServerRequest } from './ServerRequest';
import { formatSessionId, ServerSession } from './ServerSession';
import {
  closedError,
  interruptedError,
  notSentError,
  silentError,
  tooLargeError,
  unansweredError,
  unconfirmedEndError,
} from './sessionErrors';
import { StatementRun } from './StatementRun';
import { stopReading } from './stopReading';
import { toDatabaseError } from './toDatabaseError';
import { SHOW_WARNINGS, toWarning, WarningTexts } from './WarningTexts';
import { watchSilence } from './watchSilence';
import { hasStatus, wireOf } from './wire';
import { withConsequences } from './withConsequences';
import { withControlConnection } from './withControlConnection';

const QUIT_TIMEOUT_MS = 5_000;
const END_TIMEOUT_MS = 25_000;
const END_OF_SILENT_TIMEOUT_MS = 10_000;
const MAX_REQUEST_BYTES = 1024 * 1024;

/**
 * What a session was found to be when it was opened.
 *
 * @internal
 */
export interface MysqlSessionOptions {
  address: MysqlAddress;
  identity: ServerSession;
  /** The product and its version, such as `MariaDB 10.11.19`. */
  product: string;
  /** The largest request that the server takes, in bytes. */
  maxRequestBytes: number;
  /** Whether the server undoes a whole transaction when a lock is not free in time. */
  rollbackOnTimeout: boolean;
  multi: MultiStatements;
  silence?: Partial<SilenceTimings>;
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
  private readonly charset: number;
  private pending?: PendingWork;
  private cancelling?: Promise<void>;
  private closing?: Promise<void>;
  private lost?: DatabaseError;
  private silent?: DatabaseError;
  /** The server's status behind the last answer. */
  private status = 0;

  constructor(
    private readonly connection: Connection,
    private readonly options: MysqlSessionOptions,
  ) {
    const { identity, product } = options;
    this.id = formatSessionId(identity);
    this.description = `${product}, session ${identity.connectionId}`;
    this.charset = wireOf(connection).config.charsetNumber;
    connection.on('error', error => this.lose(toDatabaseError(error)));
  }

  get isOpen(): boolean {
    return !this.closing && !this.lost;
  }

  async execute(
    sql: string,
    options: ExecuteOptions,
  ): Promise<StatementOutcome> {
    return this.perform(work => this.executeAlone(work, sql, options));
  }

  canBatch(sql: string): boolean {
    return (
      this.options.multi.supported &&
      isBatchable(sql, this.backslashEscapes) &&
      this.readsAsWritten(sql)
    );
  }

  async executeBatch(
    statements: readonly string[],
    options: ExecuteBatchOptions,
  ): Promise<void> {
    return this.perform(async work => {
      let done = 0;
      while (done < statements.length) {
        if (work.cancelled) throw new StatementCancelledError();
        done += await this.executeNext(work, statements, done, options);
      }
    });
  }

  async cancel(options: CancelOptions = {}): Promise<void> {
    const { pending } = this;
    if (!pending) {
      return;
    }
    pending.whenRollingBack(options);
    this.cancelling ??= this.cancelPending(pending).finally(() => {
      this.cancelling = undefined;
    });
    await this.cancelling;
  }

  async close(): Promise<void> {
    this.closing ??= this.end();
    await this.closing;
  }

  private async perform<T>(use: (work: PendingWork) => Promise<T>): Promise<T> {
    this.assertReady();
    const work = new PendingWork();
    this.pending = work;
    const result = use(work).finally(() => {
      this.pending = undefined;
    });
    work.done = result.catch(() => {});
    return result;
  }

  private async executeAlone(
    work: PendingWork,
    sql: string,
    options: ExecuteOptions,
  ): Promise<StatementOutcome> {
    this.assertFits(sql);
    if (this.mightBeSeveral(sql)) {
      await this.turnMultiStatements(false);
      if (work.cancelled) throw new StatementCancelledError();
    }
    const { address, identity } = this.options;
    const killer = createStatementKiller(identity.connectionId);
    const run = new StatementRun(this.connection, sql, options, () =>
      stopReading({ run, killer, sql, address, server: identity.server }),
    );
    const request = { run, killer, cancelled: false };
    await this.complete(work, request);
    const outcome = this.conclude(request, sql);
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
    if (planned.length > 1) {
      await this.turnMultiStatements(true);
      if (work.cancelled) throw new StatementCancelledError();
      await this.executeTogether(work, planned, onSuccess);
    } else {
      const options = {
        ...refusingRows(),
        next: statements[from + 1] ?? next,
      };
      onSuccess(await this.executeAlone(work, statements[from], options));
    }
    return planned.length;
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
        (!sql.includes('\\') && this.readsAsWritten(sql)) || this.canBatch(sql),
      texts: this.texts,
    });
  }

  private async executeTogether(
    work: PendingWork,
    statements: BatchStatement[],
    onSuccess: (outcome: StatementOutcome) => void,
  ): Promise<void> {
    const killer = createStatementKiller(this.options.identity.connectionId);
    const run = new BatchRun(this.connection, statements, outcome => {
      this.texts.note(outcome);
      onSuccess(outcome);
    });
    const request = { run, killer, cancelled: false };
    await this.complete(work, request);
    if (run.succeeded < statements.length) {
      if (run.error?.connectionLost) throw run.error;
      if (request.cancelled) throw new StatementCancelledError();
      throw this.explain(
        run.error ?? interruptedError(),
        statements[run.succeeded].sql,
      );
    }
  }

  // A kill that comes too late would hit the next statement, so a request is complete only when every KILL has been
  // answered and its mark been wiped off.
  private async complete(
    work: PendingWork,
    request: PendingRequest,
  ): Promise<void> {
    const { run, killer } = request;
    work.request = request;
    if (this.lost) run.lose(this.lost);
    this.watch(run);
    await run.ended;
    this.status = run.status ?? this.status;
    if (run.error?.connectionLost) {
      this.lose(run.error);
    }
    if (killer.used) {
      await killer.answered();
      if (!this.lost) {
        await queryRows(this.connection, 'DO 0').catch(error =>
          this.loseIfLost(error),
        );
      }
    }
    await run.drained();
  }

  private watch(run: ServerRequest): void {
    const { address, identity, silence } = this.options;
    watchSilence({
      run,
      connection: this.connection,
      address,
      session: identity,
      timings: silence,
      onLost: async reason => {
        this.silent = silentError(reason);
        await withDeadline(
          endServerSession(address, identity),
          END_OF_SILENT_TIMEOUT_MS,
          reason,
        ).catch(() => {});
        this.drop(this.silent);
      },
    });
  }

  private conclude(
    request: PendingRequest & { run: StatementRun },
    sql: string,
  ): StatementOutcome {
    const { run, killer, cancelled } = request;
    const { error, outcome } = run;
    if (error?.connectionLost) {
      throw error;
    }
    if (cancelled && !(isDone(run) && !/\bsleep\b/i.test(sql))) {
      throw new StatementCancelledError();
    }
    if (run.sinkFailure !== undefined) {
      throw run.sinkFailure;
    }
    if (error && !(killer.used && run.wasStopped)) {
      throw this.explain(error, sql, run.hasDelivered);
    }
    return outcome;
  }

  private explain(
    error: DatabaseError,
    sql: string,
    hasDelivered = false,
  ): DatabaseError {
    const { rollbackOnTimeout } = this.options;
    const explained = withConsequences(error, {
      sql,
      inTransaction: hasStatus(this.status, 'inTransaction'),
      rollbackOnTimeout,
      hasDelivered,
    });
    if (explained.transactionLost) this.status = 0;
    return explained;
  }

  private async askWarnings() {
    try {
      const rows = await queryRows(this.connection, SHOW_WARNINGS);
      return rows.map(toWarning);
    } catch (error) {
      this.loseIfLost(error);
      return undefined;
    }
  }

  private async cancelPending(work: PendingWork): Promise<void> {
    const { address, identity } = this.options;
    const { request } = work;
    work.cancelled = true;
    if (request && !request.run.hasEnded) {
      const { run, killer } = request;
      request.cancelled = true;
      run.discard();
      await cancelStatement<Connection>({
        run,
        withControl: use =>
          withControlConnection(address, identity.server, use),
        kill: control => killer.kill(control),
        look: control => lookAtEnding(control, identity),
        onRollback: () => work.noteRollback(),
      });
      if (!run.hasEnded) this.drop(unansweredError());
    }
    await work.done;
    if (request?.cancelled && this.lost) {
      await endServerSession(address, identity);
    }
  }

  private async end(): Promise<void> {
    const quit = !this.pending && !this.lost && (await this.quit());
    this.lost ??= closedError();
    if (!quit) {
      this.pending?.request?.run.discard();
      const { address, identity } = this.options;
      try {
        await withDeadline(
          endServerSession(address, identity),
          END_TIMEOUT_MS,
          `the server did not answer for ${END_TIMEOUT_MS / 1000} seconds`,
        );
      } catch (error) {
        throw unconfirmedEndError(identity.connectionId, error);
      } finally {
        this.drop(closedError());
      }
    }
  }

  // ROLLBACK first: the server frees the locks of a session only some time after it has let go of the connection.
  private async quit(): Promise<boolean> {
    try {
      await queryRows(this.connection, 'ROLLBACK');
    } catch {
      return false;
    }
    return new Promise(resolve => {
      const timer = setTimeout(() => resolve(false), QUIT_TIMEOUT_MS);
      socketOf(this.connection).once('close', () => {
        clearTimeout(timer);
        resolve(true);
      });
      this.connection.end();
    });
  }

  private get backslashEscapes(): boolean {
    return !hasStatus(this.status, 'noBackslashEscapes');
  }

  // In some of the character sets that a script may choose, a character takes quotes or semicolons with it.
  private readsAsWritten(sql: string): boolean {
    return (
      wireOf(this.connection).config.charsetNumber === this.charset ||
      // eslint-disable-next-line no-control-regex
      !/[^\x00-\x7f]/.test(sql)
    );
  }

  private mightBeSeveral(sql: string): boolean {
    return (
      this.options.multi.isOn &&
      sql.includes(';') &&
      !(isOneStatement(sql, this.backslashEscapes) && this.readsAsWritten(sql))
    );
  }

  private async turnMultiStatements(on: boolean): Promise<void> {
    try {
      await this.options.multi.turn(on);
    } catch (error) {
      const loss = toDatabaseError(error);
      this.lose(loss);
      throw notSentError(loss);
    }
  }

  private assertReady(): void {
    if (this.closing) {
      throw closedError();
    }
    if (this.lost) {
      throw notSentError(this.lost);
    }
    if (this.pending) {
      throw new Error('A session runs one statement at a time');
    }
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

  private loseIfLost(error: unknown): void {
    const { connectionLost } = toDatabaseError(error);
    if (connectionLost) this.lose(toDatabaseError(error));
  }

  private lose(error: DatabaseError): void {
    this.lost ??= this.silent ?? error;
    this.pending?.request?.run.lose(this.lost);
  }

  private drop(reason: DatabaseError): void {
    dropConnection(this.connection);
    this.lose(reason);
  }
}

// Without rows an OK from the server means that the statement did all of its work, in spite of the kill.
function isDone(run: StatementRun): boolean {
  return !run.error && run.resultSets === 0;
}
