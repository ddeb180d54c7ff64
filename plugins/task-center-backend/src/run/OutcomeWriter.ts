import {
  describeStatementError,
  describeStatementTraits,
  SplitStatement,
  SqlDialect,
  StatementTraits,
  transactionEdge,
} from 'backstage-plugin-task-center-common';
import { BatchSummary } from './BatchSummary';
import { describeOutcome, describeRemarks } from './describeOutcome';
import { mayCommit } from './mayCommit';
import { StoredOutcome } from './record';
import { recordUndone } from './recordUndone';
import { RunContext } from './RunContext';
import { RunFailure } from './RunFailure';
import { SessionMemory } from './SessionMemory';
import { StatementFailure, StatementSuccess } from './StatementRunner';
import { TransactionTracker } from './TransactionTracker';

// Somebody reads the log of a script this long line by line; behind that, a million lines would only hide the others.
const LINES_OF_THEIR_OWN = 1_000;

/**
 * Writes down what became of statements, and what that means for the session and for the transaction that is open.
 *
 * @internal
 */
export class OutcomeWriter {
  private readonly summary = BatchSummary.create();

  static create(
    context: RunContext,
    memory: SessionMemory,
    tracker: TransactionTracker,
  ): OutcomeWriter {
    return new OutcomeWriter(context, memory, tracker);
  }

  private constructor(
    private readonly context: RunContext,
    private readonly memory: SessionMemory,
    private readonly tracker: TransactionTracker,
  ) {}

  addSuccess(
    statement: SplitStatement,
    index: number,
    success: StatementSuccess,
  ): void {
    this.add(statement, index, this.follow(statement, index, success));
  }

  /** Adds a statement that shared its request. In a long script the log tells of all that did with one line. */
  addBatchSuccess(
    statement: SplitStatement,
    index: number,
    success: StatementSuccess,
  ): void {
    const first = this.context.task.first_statement;
    const outcome = this.follow(statement, index, success);
    if (
      outcome.texts ||
      outcome.warnings ||
      index - first < LINES_OF_THEIR_OWN
    ) {
      this.add(statement, index, outcome);
    } else {
      this.context.record.addOutcome(outcome);
      this.summary.add(statement, index, outcome);
    }
  }

  /** Says that the request that statements shared is over. */
  endBatch(): void {
    const line = this.summary.take();
    if (line) {
      this.context.record.addLog('INFO', line.message, line.statement);
    }
  }

  private follow(
    statement: SplitStatement,
    index: number,
    { outcome, done }: StatementSuccess,
  ): StoredOutcome {
    const traits = this.traits(statement);
    this.memory.note(index, statement, traits, this.tracker.open !== undefined);
    const undone = this.tracker.succeeded(index, done, traits);
    const asked =
      transactionEdge(traits) === 'rollback' && undone?.state === 'rolled-back';
    recordUndone(this.context.record, undone, { asked });
    if (traits.undoesPart) {
      this.context.record.addLog(
        'WARN',
        'What ran since the savepoint is undone; the ledger still shows it as succeeded',
        index,
      );
    }
    return { ...outcome, tx: this.tracker.open };
  }

  addFailure(
    statement: SplitStatement,
    index: number,
    { outcome, transactionLost }: StatementFailure,
  ): void {
    // Taken before the outcome is stored: nobody may find the transaction in it and think that it is still to be undone.
    const undone = this.tracker.failed(
      index,
      transactionLost,
      this.traits(statement),
    );
    this.add(statement, index, outcome);
    recordUndone(this.context.record, undone);
  }

  /**
   * Says that the session was lost.
   *
   * @param sent - the statement during which it was lost and those that were sent together with it; they have no outcome
   * @returns what the task fails with
   */
  addLoss(
    sent: SplitStatement[],
    index: number,
    { outcome }: StatementFailure,
  ): RunFailure {
    const last = index + sent.length - 1;
    const mayBeCommitted = sent.some(statement =>
      mayCommit(this.dialect, this.traits(statement)),
    );
    const undone = this.tracker.lose(
      last,
      mayBeCommitted ? 'unknown' : 'rolled-back',
    );
    sent.forEach((statement, position) => {
      this.add(statement, index + position, {
        ...outcome,
        ...(position > 0 && { ms: 0 }),
      });
    });
    recordUndone(this.context.record, undone);
    const [which, they] =
      sent.length > 1
        ? [`statements ${index} to ${last}`, 'they']
        : [`statement ${index} (line ${sent[0].line})`, 'it'];
    return new RunFailure(
      'connection-failed',
      `The connection was lost while ${which} ran; whether ${they} took effect is unknown: ${describeStatementError(
        outcome.error!,
      )}`,
      index,
    );
  }

  /**
   * Says that the session was lost before a statement was sent.
   *
   * @returns what the task fails with
   */
  addLossBefore(
    statement: SplitStatement,
    index: number,
    { outcome }: StatementFailure,
  ): RunFailure {
    recordUndone(
      this.context.record,
      this.tracker.lose(index - 1, 'rolled-back'),
    );
    return new RunFailure(
      'connection-failed',
      `The connection was lost before statement ${index} (line ${
        statement.line
      }) was sent, so nothing more was run: ${describeStatementError(
        outcome.error!,
      )}`,
      index,
    );
  }

  private add(
    statement: SplitStatement,
    index: number,
    outcome: StoredOutcome,
  ): void {
    const { record, task } = this.context;
    this.endBatch();
    record.addOutcome({ ...outcome, tx: this.tracker.open });
    record.addLog(...describeOutcome(statement, outcome), index);
    if (index - task.first_statement < LINES_OF_THEIR_OWN) {
      describeRemarks(outcome).forEach(line => record.addLog(...line, index));
    }
  }

  private traits({ text }: SplitStatement): StatementTraits {
    return describeStatementTraits(this.dialect, text);
  }

  private get dialect(): SqlDialect {
    return this.context.connection.databaseEngine.dialect;
  }
}
