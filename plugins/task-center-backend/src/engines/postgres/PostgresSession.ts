import {
  CancelOptions,
  DatabaseError,
  DatabaseSession,
  ExecuteBatchOptions,
  ExecuteOptions,
  StatementCancelledError,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { cancelStatement } from '../network/cancelStatement';
import { SilenceTimings, SilenceWatch } from '../network/SilenceWatch';
import { StatementKiller } from '../network/StatementKiller';
import { withDeadline } from '../network/withDeadline';
import { BatchRun } from './BatchRun';
import { canShareRequest } from './canShareRequest';
import { endServerSession } from './endServerSession';
import { FlushPace } from './FlushPace';
import { isPlainRead } from './isPlainRead';
import { PostgresConnection } from './PostgresConnection';
import { probeSession } from './probeSession';
import { PostgresAddress } from './readPostgresConfig';
import {
  findSession,
  formatSessionId,
  ServerSession,
  signalSession,
} from './ServerSession';
import {
  closedError,
  notSentError,
  silentError,
  unansweredError,
  unconfirmedEndError,
} from './sessionErrors';
import { StatementRun } from './StatementRun';
import { stopReading } from './stopReading';
import { TypeNames } from './TypeNames';
import { withControlConnection } from './withControlConnection';

const END_TIMEOUT_MS = 25_000;
const END_OF_SILENT_TIMEOUT_MS = 10_000;

/**
 * What a session was found to be when it was opened.
 *
 * @internal
 */
export interface PostgresSessionOptions {
  address: PostgresAddress;
  identity: ServerSession;
  /** The version of the server, such as `15.14`. */
  version: string;
  /** The names of the built-in types. */
  typeNames: Map<string, string>;
  silence?: Partial<SilenceTimings>;
}

/**
 * One connection to a PostgreSQL server, with others opened beside it when something has to be asked or ended from
 * outside.
 *
 * @internal
 */
export class PostgresSession implements DatabaseSession {
  readonly id: string;
  readonly description: string;

  private readonly types: TypeNames;
  private readonly pace = FlushPace.create();
  private current?: CurrentWork;
  private cancelling?: Promise<void>;
  private closing?: Promise<void>;

  private constructor(
    private readonly connection: PostgresConnection,
    private readonly options: PostgresSessionOptions,
  ) {
    const { identity, version, typeNames } = options;
    this.id = formatSessionId(identity);
    this.description = `PostgreSQL ${version}, session ${identity.pid}`;
    this.types = TypeNames.create(typeNames, this.withControl);
  }

  static create(
    connection: PostgresConnection,
    options: PostgresSessionOptions,
  ): PostgresSession {
    return new PostgresSession(connection, options);
  }

  get isOpen(): boolean {
    return !this.closing && !this.connection.lost;
  }

  async execute(
    sql: string,
    options: ExecuteOptions,
  ): Promise<StatementOutcome> {
    const { connection, types } = this;
    this.assertReady();
    assertSendable(sql);
    const killer = this.createKiller();
    const reads = isPlainRead(sql);
    const inPortions = reads && connection.status !== 'I';
    const { withControl } = this;
    const run: StatementRun = StatementRun.start(connection, sql, {
      ...options,
      types,
      inPortions,
      onNotWanted: () => {
        if (reads) {
          stopReading({
            run,
            killer,
            sql,
            connection,
            inPortions,
            withControl,
          });
        }
      },
    });
    const current = await this.follow(run, killer);
    if (run.error?.connectionLost) {
      throw run.error;
    }
    if (current.cancelled && !run.isDone) {
      throw new StatementCancelledError({
        transactionLost: run.error?.transactionLost,
      });
    }
    if (run.sinkFailure !== undefined) {
      throw run.sinkFailure;
    }
    if (run.error && !(killer.used && run.wasStopped)) {
      throw run.error;
    }
    return run.outcome;
  }

  canBatch(sql: string): boolean {
    return canShareRequest(sql);
  }

  async executeBatch(
    statements: readonly string[],
    { onSuccess }: ExecuteBatchOptions,
  ): Promise<void> {
    this.assertReady();
    statements.forEach(assertSendable);
    const { connection, pace } = this;
    const { flushEvery } = pace;
    const began = performance.now();
    const run = BatchRun.start(connection, statements, {
      onSuccess,
      flushEvery,
    });
    const current = await this.follow(run, this.createKiller());
    pace.note(run.succeeded, performance.now() - began);
    if (run.leftTransaction) {
      await this.rollBack();
    }
    if (run.failure !== undefined) {
      throw run.failure;
    }
    // If the connection is lost, the next statement meets that, and was not sent.
    if (run.isDone) {
      return;
    }
    if (current.cancelled && !run.error?.connectionLost) {
      throw new StatementCancelledError();
    }
    if (run.error) {
      throw run.error;
    }
  }

  async cancel(options: CancelOptions = {}): Promise<void> {
    const { current } = this;
    if (!current) {
      return;
    }
    this.cancelling ??= this.cancelCurrent(current, options).finally(() => {
      this.cancelling = undefined;
    });
    await this.cancelling;
  }

  async close(): Promise<void> {
    this.closing ??= this.end();
    await this.closing;
  }

  /** Waits until the server and the sink are done with what was sent, and the session can be used again. */
  private async follow(
    run: StatementRun | BatchRun,
    killer: Killer,
  ): Promise<CurrentWork> {
    const done = this.complete(run, killer);
    const current: CurrentWork = { run, killer, cancelled: false, done };
    this.current = current;
    const watch = this.watch();
    // Behind its end the sink may take its time, and whatever is asked of the server has a time limit of its own.
    run.ended.then(() => watch.stop());
    try {
      await done;
    } finally {
      this.current = undefined;
    }
    return current;
  }

  // A signal that comes too late would hit the next statement, so one is complete only when every request to send a
  // signal has been answered and the server has read something since: while it reads, it drops what it was sent.
  private async complete(
    run: StatementRun | BatchRun,
    killer: Killer,
  ): Promise<void> {
    const { connection } = this;
    await run.ended;
    if (killer.used) {
      await killer.answered();
      await connection.settle().catch(() => {});
    }
    await run.drained();
    if (connection.encoding !== 'UTF8' && connection.status !== 'E') {
      // The script is text and not bytes by now, so what it says of its encoding does not hold any more.
      await connection.query("SET client_encoding TO 'UTF8'").catch(() => {});
    }
  }

  private watch(): SilenceWatch {
    const { address, identity, silence } = this.options;
    return SilenceWatch.start({
      lastHeard: () => this.connection.lastHeard,
      probe: () => probeSession(address, identity),
      onLost: async reason => {
        await withDeadline(
          endServerSession(address, identity),
          END_OF_SILENT_TIMEOUT_MS,
          reason,
        ).catch(() => {});
        this.connection.drop(silentError(reason));
      },
      timings: silence,
    });
  }

  private async rollBack(): Promise<void> {
    try {
      await this.connection.query('ROLLBACK');
    } catch (error) {
      this.connection.drop(error);
    }
  }

  private async cancelCurrent(
    current: CurrentWork,
    options: CancelOptions,
  ): Promise<void> {
    const { run, killer } = current;
    const { address, identity } = this.options;
    if (!run.hasEnded) {
      current.cancelled = true;
      run.discard();
      await cancelStatement<PostgresConnection>({
        ...options,
        run,
        withControl: this.withControl,
        kill: control => killer.kill(control),
        look: control => findSession(control, identity),
      });
      if (!run.hasEnded) {
        this.connection.drop(unansweredError());
      }
    }
    await current.done;
    if (current.cancelled && this.connection.lost) {
      await endServerSession(address, identity);
    }
  }

  private async end(): Promise<void> {
    const { connection, current } = this;
    const { address, identity } = this.options;
    const said = !current && !connection.lost && (await connection.quit());
    if (!said) {
      current?.run.discard();
      try {
        await withDeadline(
          endServerSession(address, identity),
          END_TIMEOUT_MS,
          `the server did not answer for ${END_TIMEOUT_MS / 1000} seconds`,
        );
      } catch (error) {
        throw unconfirmedEndError(identity.pid, error);
      } finally {
        connection.drop(closedError());
      }
    }
  }

  private readonly withControl = <T>(
    use: (control: PostgresConnection) => Promise<T>,
  ): Promise<T> => {
    const { address, identity } = this.options;
    return withControlConnection(address, identity.server, use);
  };

  private createKiller(): Killer {
    const { identity } = this.options;
    return StatementKiller.create<PostgresConnection>(control =>
      signalSession(control, identity, 'pg_cancel_backend'),
    );
  }

  private assertReady(): void {
    if (this.closing) {
      throw closedError();
    }
    const { lost } = this.connection;
    if (lost) {
      throw notSentError(lost);
    }
    if (this.current) {
      throw new Error('A session runs one statement at a time');
    }
  }
}

type Killer = StatementKiller<PostgresConnection>;

interface CurrentWork {
  run: StatementRun | BatchRun;
  killer: Killer;
  cancelled: boolean;
  /** Resolves when the server and the sink are done with it. */
  done: Promise<void>;
}

// It would end the text of the statement in the protocol.
function assertSendable(sql: string): void {
  if (sql.includes('\0')) {
    throw new DatabaseError(
      'The statement contains the character NUL, which PostgreSQL does not take',
      { code: '22021', sqlState: '22021' },
    );
  }
}
