import { StatementError } from 'backstage-plugin-task-center-common';
import {
  DatabaseSession,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { describeError, firstWords } from './describeStatement';
import { RunRecord, StoredOutcome } from './record';
import { RecordingSink } from './RecordingSink';
import { RunControl } from './RunControl';
import { startTimer } from './startTimer';

const RETRY_CANCEL_MS = 2_000;
const LONG_STATEMENT_MS = 2_000;

/**
 * What became of a statement, and whether the session can be used for another one.
 *
 * @internal
 */
export interface StatementResult {
  outcome: StoredOutcome;
  sessionLost: boolean;
  /** What broke on our side while the statement ran. */
  broken?: unknown;
}

/**
 * @internal
 */
export interface StatementRunnerOptions {
  session: DatabaseSession;
  record: RunRecord;
  control: RunControl;
  maxRows: number;
  /** How long one statement may take. */
  timeoutMs?: number;
  redact: (text: string) => string;
}

/**
 * Runs single statements on a session, ends them on the server when they are to stop, and takes in what they return.
 *
 * @internal
 */
export class StatementRunner {
  static create(options: StatementRunnerOptions): StatementRunner {
    return new StatementRunner(options);
  }

  private constructor(private readonly options: StatementRunnerOptions) {}

  /** Sends a statement and waits until it has ended on the server, in whatever way. */
  async run(sql: string, statement: number): Promise<StatementResult> {
    const { session, record, control, timeoutMs, maxRows } = this.options;
    const sink = RecordingSink.create(record, statement);
    const at = Date.now();
    const began = performance.now();
    let timedOut = false;
    let cancelling: Promise<void> | undefined;
    let settled = false;
    const cancel = () => {
      cancelling ??= this.cancel(statement, () => settled);
    };
    const stopTimer =
      timeoutMs === undefined
        ? () => {}
        : startTimer(timeoutMs, () => {
            timedOut = true;
            cancel();
          });
    const patience = setTimeout(
      () =>
        record.addLog(
          'INFO',
          `Sent, still running: ${firstWords(sql)}`,
          statement,
        ),
      LONG_STATEMENT_MS,
    );
    control.signal.addEventListener('abort', cancel);
    try {
      const done = await session.execute(sql, { sink, maxRows });
      return { outcome: succeeded(at, began, sink, done), sessionLost: false };
    } catch (error) {
      sink.cut();
      return this.failed(error, at, began, sink, timedOut);
    } finally {
      settled = true;
      stopTimer();
      clearTimeout(patience);
      control.signal.removeEventListener('abort', cancel);
      // The next statement must not meet a kill that was meant for this one.
      await cancelling;
    }
  }

  private failed(
    error: any,
    at: number,
    began: number,
    sink: RecordingSink,
    timedOut: boolean,
  ): StatementResult {
    const outcome: StoredOutcome = {
      state: 'failed',
      at,
      ms: elapsed(began),
      ...sink.figures(),
    };
    if (error.name === 'StatementCancelledError') {
      const stopped = this.options.control.reason !== undefined;
      return stopped || !timedOut
        ? { outcome: { ...outcome, state: 'aborted' }, sessionLost: false }
        : {
            outcome: { ...outcome, error: this.timeoutError() },
            sessionLost: false,
          };
    }
    if (error.name !== 'DatabaseError') {
      // It was sent, so it must not be taken for one that never was.
      return {
        outcome: {
          ...outcome,
          state: 'unknown',
          error: { message: 'Task Center itself failed while it ran' },
        },
        sessionLost: true,
        broken: error,
      };
    }
    const problem: StatementError = {
      code: error.code,
      sqlState: error.sqlState,
      message: this.options.redact(error.message),
    };
    return error.connectionLost
      ? {
          outcome: { ...outcome, state: 'unknown', error: problem },
          sessionLost: true,
        }
      : { outcome: { ...outcome, error: problem }, sessionLost: false };
  }

  private timeoutError(): StatementError {
    return {
      code: 'statement-timeout',
      message: `The statement took longer than its limit of ${
        this.options.timeoutMs! / 1_000
      } seconds and was ended on the server`,
    };
  }

  /** Ends the statement under way; tries again until the server has confirmed it or the statement has ended. */
  private async cancel(
    statement: number,
    isSettled: () => boolean,
  ): Promise<void> {
    const { session, record, redact } = this.options;
    while (!isSettled()) {
      try {
        await session.cancel();
        return;
      } catch (error) {
        record.addLog(
          'ERROR',
          `The statement could not be ended yet: ${redact(
            describeError(error as Error),
          )}. Trying again.`,
          statement,
        );
        await new Promise(resolve => setTimeout(resolve, RETRY_CANCEL_MS));
      }
    }
  }
}

function succeeded(
  at: number,
  began: number,
  sink: RecordingSink,
  done: StatementOutcome,
): StoredOutcome {
  return {
    state: 'succeeded',
    at,
    ms: elapsed(began),
    affected: done.affectedRows,
    warnings: done.warnings || undefined,
    ...sink.figures(),
  };
}

function elapsed(began: number): number {
  return Math.round((performance.now() - began) * 1_000) / 1_000;
}
