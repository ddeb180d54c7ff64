import {
  describeStatementError,
  describeStatementTraits,
  SplitStatement,
} from 'backstage-plugin-task-center-common';
import {
  DatabaseSession,
  ResultSink,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { firstWords, plural } from './describeStatement';
import { RunContext } from './RunContext';
import { RunFailure } from './RunFailure';
import { NumberedStatement, SessionMemory } from './SessionMemory';
import { StatementWatch } from './StatementWatch';
import { checkStop, untilStopped } from './StoppedError';
import { MOST_TRIES, retryDelay, waitToRetry } from './waitToRetry';

const END_SESSION_MS = 30_000;
/** A server that does not answer at all takes long to say so each time. */
const LAST_TRY_AFTER_MS = 25_000;
const NO_ROWS: ResultSink = {
  begin: async () => {},
  rows: async () => {},
  end: async () => {},
};

/**
 * Has the session of a run: opens it, and another one when it was lost at a time at which nothing is lost with it.
 *
 * @internal
 */
export class SessionHolder {
  private current: DatabaseSession | undefined;
  private reopened = false;

  /**
   * @param memory - what was left in the session so far, by statements that ran before in another one
   */
  static create(context: RunContext, memory: SessionMemory): SessionHolder {
    return new SessionHolder(context, memory);
  }

  private constructor(
    private readonly context: RunContext,
    readonly memory: SessionMemory,
  ) {}

  get session(): DatabaseSession {
    if (!this.current) {
      throw new Error('No session was opened');
    }
    return this.current;
  }

  /**
   * Opens a session and makes the settings of statements that ran before again.
   *
   * @throws RunFailure when it cannot be had
   */
  async open(): Promise<void> {
    const { connection, record } = this.context;
    this.current = await this.connect();
    record.addLog(
      'INFO',
      `Connected to ${connection.title} (${this.current.description})`,
    );
    // Stored with what is sent first; until then the session has nothing that could be left behind.
    record.change({ server_session: this.current.id });
    await this.repeatSettings();
  }

  /**
   * Opens another session in place of one that was lost before a statement was sent.
   *
   * @throws RunFailure when something that a statement may need was lost with it
   */
  async reopen(index: number, statement: SplitStatement): Promise<void> {
    const { connection, record, logger } = this.context;
    const [left] = this.memory.lostMentions;
    if (left) {
      throw new RunFailure(
        'connection-failed',
        `The session was lost before statement ${index} (line ${statement.line}) was sent, and with it what statement ${left.index} (line ${left.line}) had left in it, so nothing more was run`,
        index,
      );
    }
    this.reopened = true;
    this.checkReads(index, statement);
    record.addLog(
      'WARN',
      'The session was lost before the statement was sent. Opening another one.',
      index,
    );
    const { signal } = this.context.control;
    try {
      await connection.databaseEngine.endOrphanedSession(this.session.id, {
        config: connection.config,
        signal: AbortSignal.any([signal, AbortSignal.timeout(END_SESSION_MS)]),
        logger,
      });
    } catch (error: any) {
      logger.warn('Could not make sure that a lost session is gone', error);
    }
    await this.open();
    await untilStopped(record.save(), this.context.control);
  }

  /**
   * Makes sure that a statement does not ask the session for what another one knew.
   *
   * @throws RunFailure when it may
   */
  checkReads(index: number, statement: SplitStatement): void {
    const { dialect } = this.context.connection.databaseEngine;
    if (
      this.reopened &&
      describeStatementTraits(dialect, statement.text).readsSession
    ) {
      throw new RunFailure(
        'connection-failed',
        `The session was lost and opened again, and statement ${index} (line ${statement.line}) may ask it for what only the lost one knew, so nothing more was run`,
        index,
      );
    }
  }

  /** Ends the session. Says in the log when that could not be confirmed. */
  async close(): Promise<void> {
    const { record, redact } = this.context;
    try {
      await this.current?.close();
    } catch (error: any) {
      record.addLog(
        'WARN',
        `The session could not be closed properly: ${redact(
          describeStatementError(error),
        )}`,
      );
    }
  }

  /**
   * Runs what is not part of the script, such as `BEGIN`. Ended on the server when the run is to stop.
   *
   * @throws DatabaseError or StatementCancelledError as the session does
   */
  async command(sql: string): Promise<void> {
    const { session } = this;
    const watch = StatementWatch.start(
      { ...this.context, session },
      undefined,
      sql,
    );
    try {
      await this.commandToEnd(sql);
    } finally {
      await watch.stop();
    }
  }

  /**
   * Runs what is not part of the script, whatever the run is told meanwhile.
   *
   * @throws DatabaseError as the session does
   */
  async commandToEnd(sql: string): Promise<StatementOutcome> {
    return this.session.execute(sql, { sink: NO_ROWS, maxRows: 0, next: '' });
  }

  private async connect(): Promise<DatabaseSession> {
    const { connection, record, control, logger } = this.context;
    const began = performance.now();
    for (let tried = 1; ; tried++) {
      checkStop(control);
      try {
        return await connection.databaseEngine.openSession({
          config: connection.config,
          signal: control.signal,
          logger,
        });
      } catch (error: any) {
        checkStop(control);
        const reason = `Could not connect to ${
          connection.title
        }: ${this.context.redact(describeStatementError(error))}`;
        const late = performance.now() - began > LAST_TRY_AFTER_MS;
        if (!error.transient || tried === MOST_TRIES || late) {
          throw new RunFailure('connection-failed', reason);
        }
        const ms = retryDelay(tried);
        record.addLog('WARN', describeRetry(reason, tried, ms));
        await waitToRetry(ms, control);
      }
    }
  }

  private async repeatSettings(): Promise<void> {
    const { record, control } = this.context;
    const { settings } = this.memory;
    for (const setting of settings) {
      checkStop(control);
      await this.repeat(setting);
    }
    if (settings.length > 0) {
      record.addLog(
        'INFO',
        `Made ${plural(
          settings.length,
          'setting',
        )} of the session again: ${settings
          .slice(-5)
          .map(mention)
          .join(' · ')}`,
      );
    }
  }

  private async repeat(setting: NumberedStatement): Promise<void> {
    try {
      await this.command(setting.text);
    } catch (error: any) {
      checkStop(this.context.control);
      throw new RunFailure(
        'connection-failed',
        `A setting of the session could not be made again, so nothing was run on it: ${mention(
          setting,
        )}: ${this.context.redact(describeStatementError(error))}`,
      );
    }
  }
}

/**
 * What the log says of a try that failed and is followed by another one.
 *
 * @internal
 */
export function describeRetry(
  reason: string,
  tried: number,
  waitMs: number,
): string {
  return `${reason}. Try ${tried} of ${MOST_TRIES}; trying again in ${(
    waitMs / 1_000
  ).toFixed(1)} s.`;
}

function mention({ index, line, text }: NumberedStatement): string {
  return `${firstWords(text, 60)} (statement ${index}, line ${line})`;
}
