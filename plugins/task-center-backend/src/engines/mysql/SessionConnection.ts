import {
  CancelOptions,
  DatabaseError,
} from 'backstage-plugin-task-center-node';
import { Connection } from 'mysql2';
import { isDeepStrictEqual } from 'node:util';
import { cancelStatement } from '../network/cancelStatement';
import { SilenceTimings } from '../network/SilenceWatch';
import { withDeadline } from '../network/withDeadline';
import { SessionCharsets } from './chosenCharsets';
import { createStatementKiller } from './createStatementKiller';
import { dropConnection, socketOf } from './dropConnection';
import { endServerSession } from './endServerSession';
import { lookAtEnding } from './lookAtEnding';
import { PendingRequest, PendingWork } from './PendingWork';
import { queryRows } from './queryRows';
import { MysqlAddress } from './readMysqlConfig';
import { ServerRequest } from './ServerRequest';
import { ServerSession } from './ServerSession';
import {
  closedError,
  notSentError,
  silentError,
  unansweredError,
  unconfirmedEndError,
} from './sessionErrors';
import { toDatabaseError } from './toDatabaseError';
import { watchSilence } from './watchSilence';
import { hasStatus, wireOf } from './wire';
import { withControlConnection } from './withControlConnection';

const IN_UTF8 = {
  character_set_client: 'utf8mb4',
  character_set_results: 'utf8mb4',
};
const QUIT_TIMEOUT_MS = 5_000;
const END_TIMEOUT_MS = 25_000;
const END_OF_SILENT_TIMEOUT_MS = 10_000;

/**
 * The connection of a session: takes one piece of work at a time, notices when the session is lost, and ends what is
 * under way, or all of it, on the server.
 *
 * @internal
 */
export class SessionConnection {
  /** The server's status behind the last answer. */
  status = 0;
  /** Whether it takes statements as UTF-8 and sends text as UTF-8. */
  speaksUtf8 = true;

  private readonly charsetNumber: number;
  private pending?: PendingWork;
  private cancelling?: Promise<void>;
  private closing?: Promise<void>;
  private charsets: SessionCharsets = IN_UTF8;
  private lost?: DatabaseError;
  private silent?: DatabaseError;

  constructor(
    readonly connection: Connection,
    readonly address: MysqlAddress,
    readonly identity: ServerSession,
    private readonly silence?: Partial<SilenceTimings>,
  ) {
    connection.on('error', error => this.lose(toDatabaseError(error)));
    this.charsetNumber = wireOf(connection).config.charsetNumber;
  }

  get isOpen(): boolean {
    return !this.closing && !this.lost;
  }

  /**
   * Does a piece of work.
   *
   * @throws DatabaseError when the session is gone already
   */
  async perform<T>(use: (work: PendingWork) => Promise<T>): Promise<T> {
    this.assertReady();
    const work = new PendingWork();
    this.pending = work;
    const result = use(work).finally(() => {
      this.pending = undefined;
    });
    work.done = result.catch(() => {});
    return result;
  }

  /**
   * Sees a request of a piece of work to its end. A kill that comes too late would hit the next one, so it is complete
   * only when every KILL has been answered and its mark been wiped off.
   *
   * @param send - sends the request. It gets what ends it on the server.
   */
  async request<R extends ServerRequest>(
    work: PendingWork,
    send: (killer: PendingRequest['killer']) => R,
  ): Promise<PendingRequest<R>> {
    const killer = createStatementKiller(this.identity.connectionId);
    const run = send(killer);
    const request = { run, killer, cancelled: false };
    work.request = request;
    if (this.lost) run.lose(this.lost);
    this.watch(run);
    await run.ended;
    this.status = run.status ?? this.status;
    if (run.charsets) this.noteCharsets(run.charsets);
    this.noteLoss(run.error);
    if (killer.used) {
      await killer.answered();
      if (!this.lost) {
        await this.query('DO 0').catch(() => {});
      }
    }
    await run.drained();
    return request;
  }

  /**
   * Runs one of the engine's own small statements, between the requests of a piece of work.
   *
   * @throws DatabaseError when the server refuses it or does not answer
   */
  async query(sql: string): Promise<(string | null)[][]> {
    try {
      return await queryRows(this.connection, sql);
    } catch (error) {
      this.noteLoss(error);
      throw error;
    }
  }

  /**
   * Has the server speak UTF-8 again where the script has chosen something else: a script is text and not bytes by now, and
   * what comes is to be read without loss.
   *
   * @throws DatabaseError when the connection is lost
   */
  async restoreUtf8(): Promise<void> {
    const settings = Object.entries(IN_UTF8).map(pair => pair.join(' = '));
    try {
      await this.query(`SET ${settings}`);
      this.charsets = IN_UTF8;
      this.speaksUtf8 = true;
    } catch {
      if (this.lost) throw notSentError(this.lost);
      // Whoever refuses this refuses the script's statement, too, and says why; if not, the next one asks again.
    }
    wireOf(this.connection).config.charsetNumber = this.charsetNumber;
  }

  /**
   * Asks the server whether a transaction is open, which it does not say behind an error. What it had said of the
   * statement stays as it is.
   *
   * @returns undefined when it does not answer
   */
  async askInTransaction(): Promise<boolean | undefined> {
    let open: boolean | undefined;
    try {
      await queryRows(this.connection, 'SHOW WARNINGS LIMIT 0', status => {
        open = hasStatus(status, 'inTransaction');
      });
    } catch (error) {
      this.noteLoss(error);
    }
    return open;
  }

  /** Takes note of an error, in case it says that the session is lost. */
  noteLoss(error: unknown): void {
    if (error instanceof DatabaseError && error.connectionLost) {
      this.lose(error);
    }
  }

  /** As {@link DatabaseSession.cancel}. */
  async cancel(options: CancelOptions): Promise<void> {
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

  /** As {@link DatabaseSession.close}. */
  async close(): Promise<void> {
    this.closing ??= this.end();
    await this.closing;
  }

  // mysql2 would write the next statement in what the script has chosen, as far as it knows that.
  private noteCharsets(charsets: SessionCharsets): void {
    this.charsets = { ...this.charsets, ...charsets };
    this.speaksUtf8 = isDeepStrictEqual(this.charsets, IN_UTF8);
    wireOf(this.connection).config.charsetNumber = this.charsetNumber;
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

  private watch(run: ServerRequest): void {
    const { address, identity } = this;
    watchSilence({
      run,
      connection: this.connection,
      address,
      session: identity,
      timings: this.silence,
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

  private async cancelPending(work: PendingWork): Promise<void> {
    const { address, identity } = this;
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
      const { address, identity } = this;
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

  private lose(error: DatabaseError): void {
    this.lost ??= this.silent ?? error;
    this.pending?.request?.run.lose(this.lost);
  }

  private drop(reason: DatabaseError): void {
    dropConnection(this.connection);
    this.lose(reason);
  }
}
