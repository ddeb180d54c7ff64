import { describeStatementTraits } from 'backstage-plugin-task-center-common';
import {
  DatabaseError,
  ExecuteOptions,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { DatabaseError as ServerError, FieldDef } from 'pg';
import { affectedRowsOf } from './affectedRowsOf';
import { Exchange, ServerNotice, Wire } from './Exchange';
import { NoticeCollector } from './NoticeCollector';
import { PostgresConnection, TransactionStatus } from './PostgresConnection';
import { BYTEA, readBytea } from './readBytea';
import { readLine } from './readLine';
import { ResultFeed } from './ResultFeed';
import { toDatabaseError } from './toDatabaseError';
import { TypeNames } from './TypeNames';

const CHUNK_ROWS = 10_000;
const CANCELLED = '57014';

/**
 * @internal
 */
export interface StatementRunOptions extends ExecuteOptions {
  types: TypeNames;
  /**
   * Whether the rows are fetched in portions, so that the statement can be given up between two of them. Otherwise it is
   * run in one go, which the server may do in parallel.
   */
  inPortions: boolean;
  /** Called when no more rows are wanted, because of the limit or because the sink has failed. */
  onNotWanted(): void;
}

/**
 * One statement on its way through a connection.
 *
 * @internal
 */
export class StatementRun implements Exchange {
  /** Resolves with the server's last word about the statement, or with the loss of the connection. */
  readonly ended: Promise<void>;
  hasEnded = false;
  error?: DatabaseError;
  outcome: StatementOutcome = {};

  private readonly feed: ResultFeed;
  private readonly notices = NoticeCollector.create();
  private readonly before: TransactionStatus;
  private resolveEnded!: () => void;
  private refusal?: ServerError;
  private copyRefused = false;
  private copiesBytes = false;
  private tag?: string;
  private binary: number[] = [];
  private notWanted = false;
  private suspended = false;
  private synced = false;
  private decision?: 'close' | 'run-dry';

  private constructor(
    private readonly connection: PostgresConnection,
    private readonly sql: string,
    private readonly options: StatementRunOptions,
  ) {
    this.before = connection.status;
    this.ended = new Promise(resolve => {
      this.resolveEnded = resolve;
    });
    this.feed = ResultFeed.create(
      options,
      {
        hold: () => connection.hold(),
        release: () => connection.release(),
      },
      () => {
        this.notWanted = true;
        options.onNotWanted();
      },
    );
  }

  /** Sends a statement. */
  static start(
    connection: PostgresConnection,
    sql: string,
    options: StatementRunOptions,
  ): StatementRun {
    const run = new StatementRun(connection, sql, options);
    connection.perform(run);
    return run;
  }

  /** Whether it was ended on the server after the sink had got all the rows that it may get. */
  get wasStopped(): boolean {
    return this.feed.truncated && this.error?.code === CANCELLED;
  }

  /** Whether it did all of its work, even if nobody took in its rows: those may be read from what it has changed. */
  get isDone(): boolean {
    return this.hasEnded && !this.error;
  }

  /** What the sink threw. */
  get sinkFailure(): unknown {
    return this.feed.failure;
  }

  /** Keeps nothing of what still comes. */
  discard(): void {
    this.feed.discard();
    // What a function has changed by now would outlast a portal that is closed. The server undoes it only when it ends
    // the statement with an error.
    this.decide('run-dry');
  }

  /** Says, once no more rows are wanted of a statement that runs in portions, what becomes of the rest of its work. */
  decide(decision: 'close' | 'run-dry'): void {
    this.notWanted = true;
    this.decision ??= decision;
    if (this.suspended) this.proceed();
  }

  /** Resolves when the sink has taken in everything. */
  drained(): Promise<void> {
    return this.feed.drained(this.isDone);
  }

  send(wire: Wire): void {
    wire.parse({ text: this.sql });
    wire.bind();
    wire.describe({ type: 'P' });
    if (this.options.inPortions) {
      this.fetch();
    } else {
      wire.execute();
      this.sync();
    }
  }

  onColumns(fields: FieldDef[]): void {
    this.binary = fields.flatMap(({ dataTypeID }, index) =>
      dataTypeID === BYTEA ? [index] : [],
    );
    this.feed.begin(() => this.options.types.describe(fields));
  }

  onRow(row: (string | null)[]): void {
    for (const index of this.feed.wanted > 0 ? this.binary : []) {
      const value = row[index];
      row[index] = value === null ? null : readBytea(value);
    }
    this.feed.add(row);
  }

  onSuspended(): void {
    this.suspended = true;
    this.proceed();
  }

  onComplete(tag: string): void {
    this.tag = tag;
    this.sync();
  }

  // The server overhears the Sync that was sent already.
  onCopyIn(): void {
    this.copyRefused = true;
    this.connection.wire.sendCopyFail('refused');
    this.connection.wire.sync();
  }

  onCopyOut(isBinary: boolean): void {
    this.copiesBytes = isBinary;
    const type = isBinary ? 'bytea' : 'text';
    this.feed.begin(async () => [{ name: 'line', type }]);
  }

  onCopyData(chunk: Buffer): void {
    this.onRow([
      this.copiesBytes ? `0x${chunk.toString('hex')}` : readLine(chunk),
    ]);
  }

  onNotice(notice: ServerNotice): void {
    this.notices.add(notice);
  }

  onError(error: ServerError): void {
    this.refusal ??= error;
    this.sync();
  }

  onReady(): void {
    const { status, encoding } = this.connection;
    this.error ??= this.findError(status);
    if (this.feed.hasBegun && encoding !== 'UTF8') {
      this.notices.add(encodingNotice(encoding));
    }
    const affectedRows = this.tag && affectedRowsOf(this.tag, this.reads);
    this.outcome = {
      ...(typeof affectedRows === 'number' && { affectedRows }),
      ...this.notices.take(),
      inTransaction: status !== 'I',
    };
    this.finish();
  }

  /** Says that the connection is gone. */
  lose(error: DatabaseError): void {
    this.error ??= this.refusal
      ? toDatabaseError(this.refusal, { sql: this.sql })
      : error;
    this.finish();
  }

  private get reads(): boolean {
    const changes = /^(INSERT|UPDATE|DELETE|MERGE)\b/.test(this.tag ?? '');
    return this.feed.hasBegun && !changes;
  }

  private findError(status: TransactionStatus): DatabaseError | undefined {
    const { sql, before } = this;
    const alone = status === 'I';
    const transactionLost = before !== 'I' && alone;
    if (this.copyRefused) {
      return new DatabaseError(
        'COPY … FROM STDIN is not possible in a task: there is no input beside the script. Use INSERT, or COPY from a file of the server',
        { code: '0A000', sqlState: '0A000', transactionLost },
      );
    }
    if (this.refusal) {
      return toDatabaseError(this.refusal, { sql, alone, transactionLost });
    }
    if (before === 'E' && this.tag === 'ROLLBACK' && isCommit(sql)) {
      return new DatabaseError(
        'The transaction had failed before, so the server rolled it back instead of committing it',
        { code: '25P02', sqlState: '25P02', transactionLost: true },
      );
    }
    return undefined;
  }

  private proceed(): void {
    const { wire } = this.connection;
    if (!this.notWanted) {
      this.suspended = false;
      this.fetch();
    } else if (this.decision) {
      this.suspended = false;
      if (this.decision === 'close') wire.close({ type: 'P' });
      else wire.execute();
      this.sync();
    }
  }

  private sync(): void {
    if (!this.synced) {
      this.synced = true;
      this.connection.wire.sync();
    }
  }

  private fetch(): void {
    const { wire } = this.connection;
    wire.execute({ rows: Math.min(this.feed.wanted + 1, CHUNK_ROWS) });
    wire.flush();
  }

  private finish(): void {
    if (!this.hasEnded) {
      this.hasEnded = true;
      if (!this.error || this.wasStopped) this.feed.end();
      else this.feed.flush();
      this.resolveEnded();
    }
  }
}

function isCommit(sql: string): boolean {
  const { endsTransaction = '' } = describeStatementTraits('postgres', sql);
  return /^(COMMIT|END|PREPARE)/.test(endsTransaction);
}

// The server may have sent rows as that already, and pg reads nothing but UTF-8.
function encodingNotice(encoding: string): ServerNotice {
  return {
    severity: 'WARNING',
    message: `The statement has chosen the encoding ${encoding} for what the server sends. Characters of its rows that are not ASCII may be wrong`,
  };
}
