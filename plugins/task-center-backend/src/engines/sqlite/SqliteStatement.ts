import { ResultSink } from 'backstage-plugin-task-center-node';
import { SqliteChild } from './SqliteChild';
import { SqliteReply } from './sqliteProtocol';

/**
 * One statement that a process runs: takes its rows to the sink and asks for more.
 *
 * @internal
 */
export class SqliteStatement {
  /** Resolves with the last word of the process, or when it is gone without one. */
  readonly ended: Promise<void>;
  /** The last word. */
  answer?: Extract<SqliteReply, { type: 'done' | 'failed' }>;
  /** What the sink threw. */
  sinkFailure?: unknown;

  /** Whether rows were delivered. */
  hasDelivered = false;

  private written: Promise<void> = Promise.resolve();
  private discarding = false;
  private resolveEnded!: () => void;

  constructor(
    private readonly child: SqliteChild,
    private readonly sink: ResultSink,
    sql: string,
    maxRows: number,
  ) {
    const answered = new Promise<void>(resolve => {
      this.resolveEnded = resolve;
    });
    this.ended = Promise.race([answered, child.gone]);
    child.listen(reply => this.hear(reply));
    child.send({ type: 'execute', sql, maxRows });
  }

  /** Keeps nothing of what still comes. */
  discard(): void {
    this.discarding = true;
  }

  /** Resolves when the sink has taken in everything. */
  async drained(): Promise<void> {
    await this.written;
  }

  private hear(reply: SqliteReply): void {
    if (reply.type === 'done' || reply.type === 'failed') {
      this.answer = reply;
      this.resolveEnded();
    } else {
      this.hasDelivered = true;
      this.written = this.written.then(() => this.write(reply));
    }
  }

  private async write(reply: SqliteReply): Promise<void> {
    if (this.discarding) {
      return;
    }
    try {
      if (reply.type === 'begin') {
        await this.sink.begin(reply.columns);
      } else if (reply.type === 'rows') {
        const wanted = await this.sink.rows(reply.rows);
        this.child.send({ type: wanted ?? 'more' });
      } else if (reply.type === 'end') {
        await this.sink.end(reply.truncated);
      }
    } catch (error) {
      this.sinkFailure = error;
      this.discard();
      this.child.send({ type: 'stop' });
    }
  }
}
