import { describeStatementError } from 'backstage-plugin-task-center-common';
import { StatementOutcome } from 'backstage-plugin-task-center-node';
import { recordUndone } from './recordUndone';
import { RunContext } from './RunContext';
import { RunFailure } from './RunFailure';
import { SessionHolder } from './SessionHolder';
import { checkStop, untilStopped } from './StoppedError';
import { TransactionTracker } from './TransactionTracker';

/**
 * The one transaction of a task that is all or nothing, and the end of one that a script left open.
 *
 * @internal
 */
export class ScriptTransaction {
  static create(
    context: RunContext,
    holder: SessionHolder,
    tracker: TransactionTracker,
  ): ScriptTransaction {
    return new ScriptTransaction(context, holder, tracker);
  }

  private constructor(
    private readonly context: RunContext,
    private readonly holder: SessionHolder,
    private readonly tracker: TransactionTracker,
  ) {}

  /**
   * @throws RunFailure when the database refuses it
   */
  async begin(): Promise<void> {
    const { task, record, control, redact } = this.context;
    try {
      await this.holder.command('BEGIN');
    } catch (error: any) {
      checkStop(control);
      throw new RunFailure(
        'connection-failed',
        `The transaction could not be begun: ${redact(
          describeStatementError(error),
        )}`,
      );
    }
    this.tracker.begin(task.first_statement);
    record.addLog('INFO', 'Began the transaction: all or nothing');
  }

  /**
   * Commits. From here on nothing ends the run but the answer of the database.
   *
   * @param total - how many statements the script has
   * @throws RunFailure when the database refuses it, or when its answer is lost
   */
  async commit(total: number): Promise<void> {
    const { record, redact, control } = this.context;
    // One behind the last statement stands for the commit.
    await untilStopped(record.save({ dispatched_through: total + 1 }), control);
    checkStop(control);
    record.addLog('INFO', 'Committing');
    try {
      await this.holder.commandToEnd('COMMIT');
    } catch (error: any) {
      const unknown = error.connectionLost && !error.transient;
      const said = redact(describeStatementError(error));
      const state = unknown ? 'unknown' : 'rolled-back';
      recordUndone(record, this.tracker.lose(total, state));
      throw new RunFailure(
        'commit-failed',
        unknown
          ? `The connection was lost while the transaction was committed; whether it took effect as a whole or not at all is unknown: ${said}`
          : `The transaction could not be committed, so nothing of it took effect: ${said}`,
      );
    }
    this.tracker.end();
    record.addLog('INFO', 'Committed');
  }

  /**
   * Undoes the transaction that is open, whoever began it, and writes down which statements are undone with it.
   *
   * @param isEnd - whether the script came to its end with it
   */
  async rollBack(isEnd: boolean): Promise<void> {
    const { record, control, redact } = this.context;
    const { open } = this.tracker;
    if (!open) {
      return;
    }
    if (control.reason === 'abort') {
      record.save({ abort_progress: 'rolling-back' }).catch(() => {
        // The end cannot be stored either then, and that is told.
      });
    }
    const { warnings, warningTexts = [] } = await this.undo();
    const undone = this.tracker.rolledBack(record.lastStatement, warnings);
    if (warnings && undone?.state === 'unknown') {
      const texts = warningTexts.map(({ message }) => redact(message));
      record.addLog(
        'WARN',
        `The database could not undo everything: ${texts.join(' · ')}`,
      );
    }
    if (isEnd) {
      record.addLog(
        'WARN',
        `The script ended without committing the transaction that statement ${open.from} began`,
      );
    }
    recordUndone(record, undone);
  }

  /** @returns what the database said, which is nothing when it undoes the transaction because the session ends */
  private async undo(): Promise<StatementOutcome> {
    const { record, redact } = this.context;
    if (!this.holder.session.isOpen) {
      return {};
    }
    record.addLog('INFO', 'Rolling back');
    try {
      return await this.holder.commandToEnd('ROLLBACK');
    } catch (error: any) {
      record.addLog(
        'WARN',
        `The database did not say that it rolled back; it does so when the session ends: ${redact(
          describeStatementError(error),
        )}`,
      );
      return {};
    }
  }
}
