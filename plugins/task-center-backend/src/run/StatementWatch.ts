import { describeStatementError } from 'backstage-plugin-task-center-common';
import { DatabaseSession } from 'backstage-plugin-task-center-node';
import { firstWords } from './describeStatement';
import { RunRecord } from './record';
import { RunControl } from './RunControl';
import { startTimer } from './startTimer';

const RETRY_CANCEL_MS = 2_000;
const LONG_STATEMENT_MS = 2_000;

/**
 * @internal
 */
export interface StatementWatchOptions {
  session: DatabaseSession;
  record: RunRecord;
  control: RunControl;
  /** How long one statement may take. */
  timeoutMs?: number;
  redact: (text: string) => string;
}

/**
 * Watches over what is under way on a session: ends it on the server when the run is to stop or a statement takes too
 * long, and says in the log when one takes long.
 *
 * @internal
 */
export class StatementWatch {
  timedOut = false;
  private began = performance.now();
  private readonly clock = Date.now() - this.began;
  private settled = false;
  private cancelling: Promise<void> | undefined;
  private readonly stopTimers: (() => void)[] = [];

  static start(
    options: StatementWatchOptions,
    statement: number | undefined,
    text: string,
  ): StatementWatch {
    const watch = new StatementWatch(options, statement, text);
    watch.begin();
    return watch;
  }

  private constructor(
    private readonly options: StatementWatchOptions,
    private statement: number | undefined,
    private text: string,
  ) {}

  /** When the statement under way was sent or came to its turn, in ms since 1970 UTC, and how long it took so far, in ms. */
  time(now: number = performance.now()): { at: number; ms: number } {
    return {
      at: Math.round(this.clock + this.began),
      ms: Math.round((now - this.began) * 1_000) / 1_000,
    };
  }

  /** Says that the next statement of a batch has come to its turn. */
  next(statement: number, text: string, now: number): void {
    this.statement = statement;
    this.text = text;
    this.began = now;
  }

  /** Ends the watch. What comes after must not meet a kill that was meant for this. */
  async stop(): Promise<void> {
    this.settled = true;
    this.stopTimers.forEach(stop => stop());
    this.options.control.signal.removeEventListener('abort', this.cancel);
    await this.cancelling;
  }

  private begin(): void {
    const { control, record, timeoutMs } = this.options;
    if (timeoutMs !== undefined) {
      this.whenTaken(timeoutMs, () => {
        this.timedOut = true;
        this.cancel();
      });
    }
    this.whenTaken(LONG_STATEMENT_MS, () =>
      record.addLog(
        'INFO',
        `Sent, still running: ${firstWords(this.text)}`,
        this.statement,
      ),
    );
    control.signal.addEventListener('abort', this.cancel);
    if (control.signal.aborted) {
      // There is nothing to cancel before the statement is under way, which it is at the end of this turn.
      queueMicrotask(this.cancel);
    }
  }

  /** Calls back when a statement has been under way for so long. */
  private whenTaken(ms: number, callback: () => void): void {
    const position = this.stopTimers.length;
    const wait = () => {
      const left = ms - (performance.now() - this.began);
      if (left <= 0) {
        callback();
      } else {
        this.stopTimers[position] = startTimer(left, wait);
      }
    };
    this.stopTimers.push(startTimer(ms, wait));
  }

  private readonly cancel = () => {
    this.cancelling ??= this.cancelUntilEnded();
  };

  /** Tries again until the server has confirmed the end, or until it has come by itself. */
  private async cancelUntilEnded(): Promise<void> {
    const { session, record, redact } = this.options;
    this.tellProgress('ending');
    while (!this.settled) {
      try {
        await session.cancel({ onRollback: () => this.tellRollback() });
        return;
      } catch (error) {
        record.addLog(
          'ERROR',
          `The statement could not be ended yet: ${redact(
            describeStatementError(error as Error),
          )}. Trying again.`,
          this.statement,
        );
        await new Promise(resolve => setTimeout(resolve, RETRY_CANCEL_MS));
      }
    }
  }

  private tellRollback(): void {
    this.options.record.addLog(
      'INFO',
      'The database is undoing what the statement did so far',
      this.statement,
    );
    this.tellProgress('rolling-back');
  }

  private tellProgress(progress: 'ending' | 'rolling-back'): void {
    const { control, record } = this.options;
    if (control.reason === 'abort') {
      record.save({ abort_progress: progress }).catch(() => {
        // The end cannot be stored either then, and that is told.
      });
    }
  }
}
