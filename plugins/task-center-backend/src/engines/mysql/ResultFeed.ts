import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import { ExecuteOptions } from 'backstage-plugin-task-center-node';
import { SinkQueue } from '../network/SinkQueue';

const BATCH_ROWS = 500;
const BATCH_BYTES = 64 * 1024;

/** A result set, as far as its sink does not know the end of it. */
interface ResultSet {
  columns: ResultColumn[];
  /** Whether it is on its way to the sink. */
  announced: boolean;
  /** Whether it has more rows than are wanted. */
  truncated: boolean;
  /** How many rows it has, as far as they are wanted. */
  accepted: number;
  /** How many of them the sink was given. */
  given: number;
  /** Whether the sink knows of it. */
  begun: boolean;
}

/**
 * Hands over the result sets of a statement to their sink, in batches and up to the limit.
 *
 * @internal
 */
export class ResultFeed {
  /** Whether a result set is on its way to the sink. */
  hasDelivered = false;

  private readonly queue: SinkQueue;
  private readonly unended: ResultSet[] = [];
  private current?: ResultSet;
  private last?: ResultSet;
  private rows: ResultRow[] = [];
  private bytes = 0;

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

  /** Whether the rows of a result set may come. */
  get isOpen(): boolean {
    return this.current !== undefined;
  }

  /** Whether the result set that began last has more rows than are wanted. */
  get truncated(): boolean {
    return this.last?.truncated ?? false;
  }

  get isHolding(): boolean {
    return this.queue.isHolding;
  }

  /** What the sink threw. */
  get failure(): unknown {
    return this.queue.failure;
  }

  begin(columns: ResultColumn[]): void {
    this.current = {
      columns,
      announced: false,
      truncated: false,
      accepted: 0,
      given: 0,
      begun: false,
    };
    this.last = this.current;
    this.unended.push(this.current);
  }

  /**
   * @param bytes - its size as the server sent it
   */
  add(row: ResultRow, bytes: number): void {
    const set = this.current!;
    if (set.truncated) {
      return;
    }
    if (set.accepted < this.options.maxRows) {
      set.accepted++;
      this.rows.push(row);
      this.bytes += bytes;
      if (this.rows.length >= BATCH_ROWS || this.bytes >= BATCH_BYTES) {
        this.flush();
      }
    } else {
      this.cutOff(set);
    }
  }

  /** Hands over what has come so far. */
  flush(): void {
    const { rows, current: set } = this;
    this.rows = [];
    this.bytes = 0;
    if (set && rows.length > 0) {
      this.announce(set);
      this.queue.add(async sink => {
        set.given += rows.length;
        if ((await sink.rows(rows)) === 'enough') this.cutOff(set);
      });
    }
  }

  /** The result set has come to its end, if one is open. */
  end(): void {
    const set = this.current;
    if (set) {
      this.announce(set);
      this.flush();
      this.current = undefined;
      this.queue.add(async sink => {
        this.unended.shift();
        await sink.end(set.truncated);
      });
    }
  }

  /** Keeps nothing of what still comes. */
  discard(): void {
    this.rows = [];
    this.queue.discard();
  }

  /** Resolves when the sink has taken in all that it was given, or failed. */
  drained(): Promise<void> {
    return this.queue.drained();
  }

  /** The statement has done its work, so rows that were discarded are all that is missing: tells the sink so. */
  async complete(): Promise<void> {
    const { sink } = this.options;
    try {
      while (this.unended.length > 0 && this.failure === undefined) {
        const set = this.unended.shift()!;
        if (!set.begun) await sink.begin(set.columns);
        await sink.end(set.truncated || set.given < set.accepted);
      }
    } catch (error) {
      this.queue.failure = error;
    }
  }

  private cutOff(set: ResultSet): void {
    if (!set.truncated && set === this.current) {
      set.truncated = true;
      this.onNotWanted();
    }
  }

  // A result set begins for the sink when the first of it is there. A statement that fails before that leaves nothing.
  private announce(set: ResultSet): void {
    if (!set.announced) {
      set.announced = true;
      this.hasDelivered = true;
      this.queue.add(async sink => {
        set.begun = true;
        await sink.begin(set.columns);
      });
    }
  }
}
