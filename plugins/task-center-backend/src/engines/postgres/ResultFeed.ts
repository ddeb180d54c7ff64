import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import { ExecuteOptions } from 'backstage-plugin-task-center-node';
import { SinkQueue } from '../network/SinkQueue';

const BATCH_ROWS = 500;
const BATCH_CHARACTERS = 64 * 1024;

/**
 * Hands over the result set of a statement to its sink, in batches and up to the limit.
 *
 * @internal
 */
export class ResultFeed {
  /** Whether there is a result set. */
  hasBegun = false;
  /** Whether it has more rows than are wanted. */
  truncated = false;
  /** How many rows it has, as far as they are wanted. */
  accepted = 0;

  private readonly queue: SinkQueue;
  private rows: ResultRow[] = [];
  private characters = 0;
  /** Whether the sink waits for the end of what it was told to begin. */
  private unended = false;

  private constructor(
    private readonly options: ExecuteOptions,
    flow: { hold(): void; release(): void },
    private readonly onNotWanted: () => void,
  ) {
    this.queue = new SinkQueue(options.sink, {
      ...flow,
      onFailure: onNotWanted,
    });
  }

  /**
   * @param flow - holds the connection back while the sink lags behind
   * @param onNotWanted - called when no more rows are wanted, because of the limit or because the sink has failed
   */
  static create(
    options: ExecuteOptions,
    flow: { hold(): void; release(): void },
    onNotWanted: () => void,
  ): ResultFeed {
    return new ResultFeed(options, flow, onNotWanted);
  }

  /** What the sink threw. */
  get failure(): unknown {
    return this.queue.failure;
  }

  /** How many more rows are wanted. */
  get wanted(): number {
    return this.truncated ? 0 : this.options.maxRows - this.accepted;
  }

  /**
   * @param describe - finds out what the columns are
   */
  begin(describe: () => Promise<ResultColumn[]>): void {
    this.hasBegun = true;
    this.queue.add(async sink => {
      const columns = await describe();
      this.unended = true;
      await sink.begin(columns);
    });
  }

  add(row: ResultRow): void {
    if (this.wanted <= 0) {
      this.cutOff();
      return;
    }
    this.accepted++;
    for (const value of row) {
      this.characters += value === null ? 0 : value.length;
    }
    this.rows.push(row);
    if (this.rows.length >= BATCH_ROWS || this.characters >= BATCH_CHARACTERS) {
      this.flush();
    }
  }

  /** No more rows will come. */
  flush(): void {
    const { rows } = this;
    this.rows = [];
    this.characters = 0;
    if (rows.length > 0) {
      this.queue.add(async sink => {
        if ((await sink.rows(rows)) === 'enough') this.cutOff();
      });
    }
  }

  /** The result set has come to its end. */
  end(): void {
    this.flush();
    if (this.hasBegun) {
      this.queue.add(async sink => {
        this.unended = false;
        await sink.end(this.truncated);
      });
    }
  }

  private cutOff(): void {
    if (!this.truncated) {
      this.truncated = true;
      this.onNotWanted();
    }
  }

  /** Keeps nothing of what still comes. */
  discard(): void {
    this.rows = [];
    this.queue.discard();
  }

  /**
   * Resolves when the sink has taken in everything.
   *
   * @param isDone - whether the statement has done its work, so that rows which were discarded are all that is missing
   */
  async drained(isDone: boolean): Promise<void> {
    await this.queue.drained();
    if (this.unended && isDone && this.failure === undefined) {
      await this.options.sink.end(true);
    }
  }
}
