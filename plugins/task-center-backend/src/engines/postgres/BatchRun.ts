import {
  DatabaseError,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { DatabaseError as ServerError } from 'pg';
import { affectedRowsOf } from './affectedRowsOf';
import { encodeRequests } from './encodeRequests';
import { Exchange, ServerNotice, Wire } from './Exchange';
import { NoticeCollector } from './NoticeCollector';
import { PostgresConnection } from './PostgresConnection';
import { toDatabaseError } from './toDatabaseError';

/**
 * Several statements on their way through a connection in one request. The server runs nothing behind the first that
 * fails.
 *
 * @internal
 */
export class BatchRun implements Exchange {
  /** Resolves with the server's last word about the statements, or with the loss of the connection. */
  readonly ended: Promise<void>;
  hasEnded = false;
  /** What ended the first statement that did not succeed. */
  error?: DatabaseError;
  /** What `onSuccess` threw. */
  failure?: unknown;

  private readonly notices = NoticeCollector.create();
  private readonly inTransaction: boolean;
  private resolveEnded!: () => void;
  private refusal?: ServerError;
  private position = 0;
  private tags: string[] = [];

  private constructor(
    private readonly connection: PostgresConnection,
    private readonly statements: readonly string[],
    private readonly onSuccess: (outcome: StatementOutcome) => void,
  ) {
    this.inTransaction = connection.status !== 'I';
    this.ended = new Promise(resolve => {
      this.resolveEnded = resolve;
    });
  }

  /** Sends statements for which `canShareRequest` holds. */
  static start(
    connection: PostgresConnection,
    statements: readonly string[],
    onSuccess: (outcome: StatementOutcome) => void,
  ): BatchRun {
    const run = new BatchRun(connection, statements, onSuccess);
    connection.perform(run);
    return run;
  }

  /** Whether all of them succeeded. */
  get isDone(): boolean {
    return this.hasEnded && this.position === this.statements.length;
  }

  /** Whether a transaction that was begun for one of them is still open, in failure. */
  get leftTransaction(): boolean {
    return !this.inTransaction && this.connection.status !== 'I';
  }

  discard(): void {}

  async drained(): Promise<void> {}

  send(wire: Wire): void {
    const { statements } = this;
    const requests = this.inTransaction
      ? statements
      : statements.flatMap(sql => ['BEGIN', sql, 'COMMIT']);
    wire.stream.write(encodeRequests(requests));
    wire.sync();
  }

  onComplete(tag: string): void {
    this.tags.push(tag);
    if (this.tags.length === (this.inTransaction ? 1 : 3)) {
      this.succeed(this.inTransaction ? tag : this.tags[1]);
      this.tags = [];
    }
  }

  onNotice(notice: ServerNotice): void {
    this.notices.add(notice);
  }

  onError(error: ServerError): void {
    this.refusal ??= error;
  }

  onReady(): void {
    if (this.refusal) {
      this.error ??= toDatabaseError(this.refusal, {
        sql: this.statements[this.position],
        alone: !this.inTransaction,
        transactionLost: this.inTransaction && this.connection.status === 'I',
      });
    }
    this.finish();
  }

  /** Says that the connection is gone. */
  lose(error: DatabaseError): void {
    this.error ??= this.refusal ? toDatabaseError(this.refusal) : error;
    this.finish();
  }

  private succeed(tag: string): void {
    this.position++;
    try {
      this.onSuccess({
        affectedRows: affectedRowsOf(tag, false),
        ...this.notices.take(),
        inTransaction: this.inTransaction,
      });
    } catch (error) {
      this.failure ??= error;
    }
  }

  private finish(): void {
    if (!this.hasEnded) {
      this.hasEnded = true;
      this.resolveEnded();
    }
  }
}
