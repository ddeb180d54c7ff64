/**
 * What a second connection found the session of a statement to be doing: `busy` with it, `idle` as if it had answered,
 * or `gone`.
 *
 * @internal
 */
export type ProbeResult = 'busy' | 'idle' | 'gone';

/**
 * @internal
 */
export interface SilenceWatchOptions {
  /**
   * When something was last heard of the statement, in milliseconds of `performance.now()`. It is "now" as long as the
   * connection is held back on this side.
   */
  lastHeard(): number;
  /** Asks the server, over a second connection, what the session does. Throws when the server cannot be reached. */
  probe(): Promise<ProbeResult>;
  /** Called once, when the answer will not come any more. */
  onLost(reason: string): void;
  timings?: Partial<SilenceTimings>;
}

/**
 * All in milliseconds.
 *
 * @internal
 */
export interface SilenceTimings {
  /** How long nothing may be heard before the server is asked, and before it is asked again. */
  silence: number;
  /** How long an answer that the server has given may be on its way. */
  onItsWay: number;
  /** How long the server may be out of reach in all. */
  unreachable: number;
}

const DEFAULT_TIMINGS: SilenceTimings = {
  silence: 15_000,
  onItsWay: 2_000,
  unreachable: 10_000,
};

/**
 * Finds out that the network between the backend and a server is cut while a statement is under way, of which TCP says
 * nothing to the one who only listens. A statement may take days, so silence alone says nothing either: the server is
 * asked over a second connection.
 *
 * @internal
 */
export class SilenceWatch {
  private readonly timings: SilenceTimings;
  private timer?: NodeJS.Timeout;
  private stopped = false;
  private heardAt = 0;
  private busyAt = 0;
  private suspected?: 'idle' | 'gone';
  private unreachableSince?: number;

  private constructor(private readonly options: SilenceWatchOptions) {
    this.timings = { ...DEFAULT_TIMINGS, ...options.timings };
    this.schedule(this.timings.silence);
  }

  /** Starts to watch one statement. */
  static start(options: SilenceWatchOptions): SilenceWatch {
    return new SilenceWatch(options);
  }

  /** The statement has ended. Nothing is called after this. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private schedule(ms: number): void {
    this.timer = setTimeout(() => this.look(), ms);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    const heard = this.options.lastHeard();
    if (heard > this.heardAt) {
      this.heardAt = heard;
      this.suspected = undefined;
      this.unreachableSince = undefined;
    }
    const silentFor = performance.now() - Math.max(heard, this.busyAt);
    if (!this.suspected && !this.unreachableSince) {
      if (silentFor < this.timings.silence) {
        this.schedule(this.timings.silence - silentFor);
        return;
      }
    }
    const found = await this.ask();
    if (this.stopped) {
      return;
    }
    if (found === 'busy' || this.options.lastHeard() > heard) {
      this.calmDown();
    } else {
      this.suspect(found);
    }
  }

  private calmDown(): void {
    this.busyAt = performance.now();
    this.suspected = undefined;
    this.unreachableSince = undefined;
    this.schedule(this.timings.silence);
  }

  private suspect(found: 'idle' | 'gone' | 'unreachable'): void {
    const { onItsWay, unreachable } = this.timings;
    if (found === 'unreachable') {
      const outFor = performance.now() - this.unreachableSince!;
      if (outFor >= unreachable) this.lose(this.describeCut());
      else this.schedule(Math.min(onItsWay, unreachable - outFor));
    } else if (this.suspected === found) {
      this.lose(describeLoss(found));
    } else {
      this.suspected = found;
      this.unreachableSince = undefined;
      this.schedule(onItsWay);
    }
  }

  private lose(reason: string): void {
    this.stop();
    this.options.onLost(reason);
  }

  // The question itself may never be answered either.
  private async ask(): Promise<ProbeResult | 'unreachable'> {
    const began = performance.now();
    this.unreachableSince ??= began;
    const left = this.unreachableSince + this.timings.unreachable - began;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<'unreachable'>(resolve => {
      timer = setTimeout(() => resolve('unreachable'), Math.max(0, left));
      timer.unref();
    });
    try {
      return await Promise.race([
        this.options.probe().catch(() => 'unreachable' as const),
        patience,
      ]);
    } finally {
      clearTimeout(timer);
    }
  }

  private describeCut(): string {
    const silentFor = performance.now() - this.options.lastHeard();
    return `the network to the database is cut: nothing was heard for ${Math.round(
      silentFor / 1000,
    )} seconds and a second connection could not be opened`;
  }
}

function describeLoss(found: 'idle' | 'gone'): string {
  return found === 'idle'
    ? 'the answer of the server was lost on its way: the server has ended the statement'
    : 'the server does not have the session any more';
}
