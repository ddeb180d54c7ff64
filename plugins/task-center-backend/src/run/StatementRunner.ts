import { StatementError } from 'backstage-plugin-task-center-common';
import {
  DatabaseError,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { StoredOutcome } from './record';
import { Batch } from './StatementBatch';
import { ResultAllowance } from '../results';
import { RecordingSink } from './RecordingSink';
import { StatementWatch, StatementWatchOptions } from './StatementWatch';

/**
 * What became of a statement that did not succeed.
 *
 * @internal
 */
export interface StatementFailure {
  outcome: StoredOutcome;
  /** Whether the session cannot be used any more. */
  sessionLost: boolean;
  /** Whether it may be tried again: nothing of it took effect, and the reason may have passed. */
  transient: boolean;
  /** Whether the transaction that was open is undone. */
  transactionLost: boolean;
  /** Whether a time limit that was not its own ended it: the limit of the one before it had passed too late. */
  endedByMistake: boolean;
  /** What broke on our side while the statement ran. */
  broken?: unknown;
}

/**
 * What a statement that succeeded did.
 *
 * @internal
 */
export interface StatementSuccess {
  outcome: StoredOutcome;
  done: StatementOutcome;
}

/**
 * @internal
 */
export interface StatementRunnerOptions extends StatementWatchOptions {
  allowance: ResultAllowance;
  maxRows: number;
}

/**
 * Runs statements on a session, one or several with one request, and takes in what they return. Each call comes back
 * when the statement has ended on the server, in whatever way.
 *
 * @internal
 */
export class StatementRunner {
  static create(options: StatementRunnerOptions): StatementRunner {
    return new StatementRunner(options);
  }

  private constructor(private readonly options: StatementRunnerOptions) {}

  /**
   * Runs one statement of the script.
   *
   * @param next - the text of the one behind it; empty when there is none
   */
  async run(
    sql: string,
    statement: number,
    next: string,
  ): Promise<StatementSuccess | StatementFailure> {
    const { session, record, control, allowance, maxRows } = this.options;
    const sink = RecordingSink.create({
      ...{ record, statement, control, allowance, maxRows },
    });
    const watch = StatementWatch.start(this.options, statement, sql);
    try {
      const done = await session.execute(sql, { sink, maxRows, next });
      const outcome = succeeded(watch, done);
      return { outcome: { ...outcome, ...sink.figures() }, done };
    } catch (error) {
      sink.cut();
      const failure = this.toFailure(error, watch);
      const figures = sink.figures();
      return {
        ...failure,
        outcome: { ...failure.outcome, ...figures },
        // What it returned is in the record already.
        transient: failure.transient && figures.set === undefined,
      };
    } finally {
      await watch.stop();
    }
  }

  /**
   * Runs statements of the script together, up to the first that does not succeed.
   *
   * @param onSuccess - called for one after the other, as soon as it is known
   * @returns what became of the first one that `onSuccess` was not called for, if there is one
   */
  async runBatch(
    { first, statements, next }: Batch,
    onSuccess: (success: StatementSuccess, position: number) => void,
  ): Promise<StatementFailure | undefined> {
    const watch = StatementWatch.start(this.options, first, statements[0].text);
    let position = 0;
    try {
      await this.options.session.executeBatch!(
        statements.map(statement => statement.text),
        {
          next,
          onSuccess: done => {
            const now = performance.now();
            onSuccess({ outcome: succeeded(watch, done, now), done }, position);
            position += 1;
            if (position < statements.length) {
              watch.next(first + position, statements[position].text, now);
            }
          },
        },
      );
      return undefined;
    } catch (error) {
      return this.toFailure(error, watch);
    } finally {
      await watch.stop();
    }
  }

  private toFailure(error: any, watch: StatementWatch): StatementFailure {
    const outcome: StoredOutcome = { state: 'failed', ...watch.time() };
    const failure = {
      outcome,
      sessionLost: false,
      transient: false,
      transactionLost: error.transactionLost === true,
      endedByMistake: false,
    };
    if (error.name === 'StatementCancelledError') {
      const { control, timeoutMs } = this.options;
      const stopped = control.reason !== undefined;
      if (!stopped && watch.timedOut && outcome.ms < timeoutMs!) {
        return { ...failure, endedByMistake: true };
      }
      return stopped || !watch.timedOut
        ? { ...failure, outcome: { ...outcome, state: 'aborted' } }
        : { ...failure, outcome: { ...outcome, error: this.timeoutError() } };
    }
    if (error.name !== 'DatabaseError') {
      // It was sent, so it must not be taken for one that never was.
      const problem = { message: 'Task Center itself failed while it ran' };
      return {
        ...failure,
        outcome: { ...outcome, state: 'unknown', error: problem },
        sessionLost: true,
        broken: error,
      };
    }
    return { ...failure, ...this.databaseFailure(error, outcome) };
  }

  private databaseFailure(
    error: DatabaseError,
    outcome: StoredOutcome,
  ): Omit<StatementFailure, 'broken' | 'endedByMistake'> {
    const { code, sqlState, connectionLost, transient } = error;
    const problem: StatementError = {
      code,
      sqlState,
      message: this.options.redact(error.message),
    };
    return {
      outcome: {
        ...outcome,
        state: connectionLost ? 'unknown' : 'failed',
        error: problem,
      },
      sessionLost: connectionLost,
      transient,
      transactionLost: error.transactionLost,
    };
  }

  private timeoutError(): StatementError {
    return {
      code: 'statement-timeout',
      message: `The statement took longer than its limit of ${
        this.options.timeoutMs! / 1_000
      } seconds and was ended on the server`,
    };
  }
}

function succeeded(
  watch: StatementWatch,
  done: StatementOutcome,
  now?: number,
): StoredOutcome {
  return {
    state: 'succeeded',
    ...watch.time(now),
    affected: done.affectedRows,
    warnings: done.warnings || undefined,
    texts: done.warningTexts?.length ? done.warningTexts : undefined,
  };
}
