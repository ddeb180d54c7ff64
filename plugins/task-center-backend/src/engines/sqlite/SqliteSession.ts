import {
  DatabaseError,
  DatabaseSession,
  ExecuteOptions,
  StatementCancelledError,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { setTimeout as delay } from 'node:timers/promises';
import { SqliteChild } from './SqliteChild';
import { SqliteStatement } from './SqliteStatement';

const QUIT_TIMEOUT_MS = 2_000;
const KILL_TIMEOUT_MS = 30_000;

/**
 * One database file, open in a process of its own.
 *
 * @internal
 */
export class SqliteSession implements DatabaseSession {
  readonly id: string;
  readonly description: string;

  private current?: CurrentStatement;
  private cancelled = false;
  private closing?: Promise<void>;

  constructor(private readonly child: SqliteChild, version: string) {
    this.id = child.id;
    this.description = `SQLite ${version}, process ${child.id.split(':')[0]}`;
  }

  get isOpen(): boolean {
    return !this.closing && !this.cancelled && !this.child.hasGone;
  }

  async execute(
    sql: string,
    { sink, maxRows }: ExecuteOptions,
  ): Promise<StatementOutcome> {
    if (this.closing) {
      throw closedError();
    }
    if (this.child.hasGone) {
      throw this.cancelled ? cancelledError() : this.child.describeEnd(true);
    }
    if (this.current) {
      throw new Error('A session runs one statement at a time');
    }
    const statement = new SqliteStatement(this.child, sink, sql, maxRows);
    const done = statement.ended.then(() => statement.drained());
    const current = { statement, done, cancelled: false };
    this.current = current;
    try {
      await done;
      return this.conclude(current);
    } finally {
      this.current = undefined;
    }
  }

  async cancel(): Promise<void> {
    const { current } = this;
    if (current) {
      // A statement that has answered already did its work, and is not told to end.
      if (!current.statement.answer) {
        current.cancelled = true;
        this.cancelled = true;
        current.statement.discard();
        await this.kill();
      }
      await current.done;
    }
  }

  async close(): Promise<void> {
    this.closing ??= this.end();
    await this.closing;
  }

  private conclude({ statement, cancelled }: CurrentStatement) {
    const { answer, sinkFailure } = statement;
    if (!answer || (cancelled && answer.type === 'failed')) {
      if (cancelled) throw new StatementCancelledError();
      throw this.closing ? closedError() : this.child.describeEnd();
    }
    if (sinkFailure !== undefined) {
      throw sinkFailure;
    }
    if (answer.type === 'failed') {
      const { message, code, transient, transactionLost } = answer;
      throw new DatabaseError(message, {
        code,
        transient: transient && !statement.hasDelivered,
        transactionLost,
      });
    }
    const { type, ...outcome } = answer;
    return outcome;
  }

  private async end(): Promise<void> {
    if (!this.current) {
      this.child.send({ type: 'close' });
      await Promise.race([this.child.gone, unreferencedDelay(QUIT_TIMEOUT_MS)]);
    }
    this.current?.statement.discard();
    await this.kill();
  }

  // The kernel ends the process; whatever the statement had begun, SQLite's journal takes back.
  private async kill(): Promise<void> {
    if (!this.child.hasGone) {
      this.child.kill();
      await Promise.race([this.child.gone, unreferencedDelay(KILL_TIMEOUT_MS)]);
    }
    if (!this.child.hasGone) {
      throw new DatabaseError(
        `The process that runs SQLite is still there ${
          KILL_TIMEOUT_MS / 1000
        } seconds after it was killed`,
      );
    }
  }
}

interface CurrentStatement {
  statement: SqliteStatement;
  cancelled: boolean;
  /** Resolves when the process and the sink are done with it. */
  done: Promise<void>;
}

function unreferencedDelay(ms: number): Promise<void> {
  return delay(ms, undefined, { ref: false });
}

function closedError(): DatabaseError {
  return new DatabaseError('The session was closed', { connectionLost: true });
}

function cancelledError(): DatabaseError {
  return new DatabaseError(
    'The session ended together with the statement that was cancelled',
    { connectionLost: true },
  );
}
