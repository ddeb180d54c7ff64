import {
  DatabaseError,
  DatabaseSession,
  ExecuteOptions,
  StatementCancelledError,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { Connection } from 'mysql2';
import { cancelStatement } from './cancelStatement';
import { dropConnection, socketOf } from './dropConnection';
import { endServerSession } from './endServerSession';
import { MysqlAddress } from './readMysqlConfig';
import { queryRows } from './queryRows';
import { formatSessionId, ServerSession } from './ServerSession';
import { StatementKiller } from './StatementKiller';
import { StatementRun } from './StatementRun';
import { stopReading } from './stopReading';
import { toDatabaseError } from './toDatabaseError';

const QUIT_TIMEOUT_MS = 5_000;

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
  /** The largest statement that the server takes, in bytes. */
  maxStatementBytes: number;
}

/**
 * One connection to a MySQL server, with others opened beside it when its statement has to be ended.
 *
 * @internal
 */
export class MysqlSession implements DatabaseSession {
  readonly id: string;
  readonly description: string;

  private current?: CurrentStatement;
  private cancelling?: Promise<void>;
  private closing?: Promise<void>;
  private lost?: DatabaseError;

  constructor(
    private readonly connection: Connection,
    private readonly options: MysqlSessionOptions,
  ) {
    const { identity, product } = options;
    this.id = formatSessionId(identity);
    this.description = `${product}, session ${identity.connectionId}`;
    connection.on('error', error => this.lose(toDatabaseError(error)));
  }

  get isOpen(): boolean {
    return !this.closing && !this.lost;
  }

  async execute(
    sql: string,
    options: ExecuteOptions,
  ): Promise<StatementOutcome> {
    this.assertReady(sql);
    const { address, identity } = this.options;
    const killer = new StatementKiller(identity.connectionId);
    const run = new StatementRun(this.connection, sql, options, () =>
      stopReading({ run, killer, sql, address, server: identity.server }),
    );
    const done = this.complete(run, killer);
    this.current = { run, killer, sql, cancelled: false, done };
    if (this.lost) run.lose(this.lost);
    try {
      await done;
      return this.conclude(this.current);
    } finally {
      this.current = undefined;
    }
  }

  async cancel(): Promise<void> {
    const { current } = this;
    if (!current) {
      return;
    }
    this.cancelling ??= this.cancelCurrent(current).finally(() => {
      this.cancelling = undefined;
    });
    await this.cancelling;
  }

  async close(): Promise<void> {
    this.closing ??= this.end();
    await this.closing;
  }

  // A kill that comes too late would hit the next statement, so a statement is complete only when every KILL has been
  // answered and its mark been wiped off.
  private async complete(
    run: StatementRun,
    killer: StatementKiller,
  ): Promise<void> {
    await run.ended;
    if (run.error?.connectionLost) {
      this.lose(run.error);
    }
    if (killer.used) {
      await killer.answered();
      if (!this.lost) {
        await queryRows(this.connection, 'DO 0').catch(error => {
          if (error.connectionLost) this.lose(error);
        });
      }
    }
    await run.drained();
  }

  private conclude({
    run,
    killer,
    sql,
    cancelled,
  }: CurrentStatement): StatementOutcome {
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
      throw error;
    }
    return outcome;
  }

  private async cancelCurrent(current: CurrentStatement): Promise<void> {
    const { run, killer } = current;
    const { address, identity } = this.options;
    if (!run.hasEnded) {
      current.cancelled = true;
      run.discard();
      await cancelStatement({ run, killer, address, session: identity });
      if (!run.hasEnded) this.drop(unansweredError());
    }
    await current.done;
    if (current.cancelled && this.lost) {
      await endServerSession(address, identity);
    }
  }

  private async end(): Promise<void> {
    const quit = !this.current && !this.lost && (await this.quit());
    this.lost ??= closedError();
    if (!quit) {
      this.current?.run.discard();
      const { address, identity } = this.options;
      try {
        await endServerSession(address, identity);
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

  private assertReady(sql: string): void {
    if (this.closing) {
      throw closedError();
    }
    if (this.lost) {
      throw this.lost;
    }
    if (this.current) {
      throw new Error('A session runs one statement at a time');
    }
    const { maxStatementBytes } = this.options;
    if (
      sql.length * 3 >= maxStatementBytes &&
      Buffer.byteLength(sql) >= maxStatementBytes
    ) {
      throw new DatabaseError(
        `The statement is larger than the server takes: max_allowed_packet is ${maxStatementBytes} bytes`,
        { code: '1153', sqlState: '08S01' },
      );
    }
  }

  private lose(error: DatabaseError): void {
    this.lost ??= error;
    this.current?.run.lose(this.lost);
  }

  private drop(reason: DatabaseError): void {
    dropConnection(this.connection);
    this.lose(reason);
  }
}

interface CurrentStatement {
  run: StatementRun;
  killer: StatementKiller;
  sql: string;
  cancelled: boolean;
  /** Resolves when the server and the sink are done with it. */
  done: Promise<void>;
}

// Without rows an OK from the server means that the statement did all of its work, in spite of the kill.
function isDone(run: StatementRun): boolean {
  return !run.error && run.resultSets === 0;
}

function closedError(): DatabaseError {
  return new DatabaseError('The session was closed', { connectionLost: true });
}

function unansweredError(): DatabaseError {
  return new DatabaseError(
    'The answer of the server did not arrive, so the session was ended',
    { connectionLost: true },
  );
}
