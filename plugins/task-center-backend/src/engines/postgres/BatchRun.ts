import {
  DatabaseError,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { DatabaseError as ServerError } from 'pg';
import { affectedRowsOf } from './affectedRowsOf';
import { encodeBatch } from './encodeBatch';
import { Exchange, ServerNotice, Wire } from './Exchange';
import { NoticeCollector } from './NoticeCollector';
import { PostgresConnection } from './PostgresConnection';
import { toDatabaseError } from './toDatabaseError';

/**
 * @internal
 */
export interface BatchRunOptions {
  /** Called for one statement after the other, as the server answers, until it throws. */
  onSuccess(outcome: StatementOutcome): void;
  /** Behind how many statements the server is to send its answers. */
  flushEvery: number;
}

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
  /** How many of the requests that the statement under way is made of are done. */
  private part = 0;
  private tag = '';

  private constructor(
    private readonly connection: PostgresConnection,
    private readonly statements: readonly string[],
    private readonly options: BatchRunOptions,
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
    options: BatchRunOptions,
  ): BatchRun {
    const run = new BatchRun(connection, statements, options);
    connection.perform(run);
    return run;
  }

  /** How many of them succeeded. */
  get succeeded(): number {
    return this.position;
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
    const { statements, inTransaction, options } = this;
    const { flushEvery } = options;
    wire.stream.write(encodeBatch(statements, { inTransaction, flushEvery }));
  }

  onComplete(tag: string): void {
    if (this.inTransaction) {
      this.succeed(tag);
      return;
    }
    this.part++;
    if (this.part === 2) {
      this.tag = tag;
    } else if (this.part === 3) {
      this.part = 0;
      this.succeed(this.tag);
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
    const { warnings, warningTexts } = this.notices.take();
    const outcome: StatementOutcome = {
      affectedRows: affectedRowsOf(tag, false),
      warnings,
      inTransaction: this.inTransaction,
    };
    if (warningTexts) outcome.warningTexts = warningTexts;
    this.tell(outcome);
  }

  // Thrown out of pg's parser, it would be taken for a broken connection.
  private tell(outcome: StatementOutcome): void {
    if (this.failure !== undefined) {
      return;
    }
    try {
      this.options.onSuccess(outcome);
    } catch (error) {
      this.failure = error;
    }
  }

  private finish(): void {
    if (!this.hasEnded) {
      this.hasEnded = true;
      this.resolveEnded();
    }
  }
}
