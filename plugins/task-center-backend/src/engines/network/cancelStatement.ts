import {
  CancelOptions,
  DatabaseError,
} from 'backstage-plugin-task-center-node';
import { setTimeout as delay } from 'node:timers/promises';

const DEADLINE_MS = 30_000;
const SILENCE_MS = 5_000;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;

/**
 * @internal
 */
export interface CancelStatementOptions<Control> extends CancelOptions {
  run: {
    readonly hasEnded: boolean;
    readonly ended: Promise<void>;
    /** Takes note that the server does nothing any more for the session, though no last word has come. */
    settle?(): void;
  };
  /** Opens a second connection to the same server and closes it again. */
  withControl(use: (control: Control) => Promise<void>): Promise<void>;
  /** Tells the server to end the statement, and says whether it still has the session. */
  kill(control: Control): Promise<boolean>;
  /** What the session does, or undefined when there is none. */
  look(
    control: Control,
  ): Promise<{ busy: boolean; text: string; undoing?: boolean } | undefined>;
}

/**
 * Tells a server to end a statement until it has ended. When this resolves and it has not ended here, then the server
 * says that it runs no more, and only the network has not told: the session is of no use any more.
 *
 * @throws DatabaseError when the end could not be confirmed within 30 seconds in which the server undid nothing
 * @internal
 */
export async function cancelStatement<Control>(
  options: CancelStatementOptions<Control>,
): Promise<void> {
  const { run, withControl } = options;
  const attempt = { began: Date.now(), deadline: Date.now() + DEADLINE_MS };
  while (!run.hasEnded) {
    try {
      await withControl(control => killUntilEnded(control, options, attempt));
      return;
    } catch (error) {
      if (run.hasEnded) {
        return;
      }
      if (Date.now() > attempt.deadline) {
        throw new DatabaseError(
          `Could not end the statement: ${(error as Error).message}`,
          { cause: error },
        );
      }
      await Promise.race([run.ended, delay(LONGEST_WAIT_MS)]);
    }
  }
}

// Once may not be enough: it has no effect when it arrives before the statement does, or between two of a batch.
async function killUntilEnded<Control>(
  control: Control,
  { run, kill, look, onRollback }: CancelStatementOptions<Control>,
  attempt: { began: number; deadline: number },
): Promise<void> {
  let wait = FIRST_WAIT_MS;
  while (!run.hasEnded && (await kill(control))) {
    await Promise.race([run.ended, delay(wait)]);
    if (run.hasEnded) {
      return;
    }
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    const doing = await look(control);
    if (!doing?.busy) {
      run.settle?.();
      if (Date.now() > attempt.began + SILENCE_MS) return;
    } else if (doing.undoing) {
      attempt.deadline = Date.now() + DEADLINE_MS;
      onRollback?.();
    } else if (Date.now() > attempt.deadline) {
      throw new DatabaseError(
        `The statement is still on the server ${
          DEADLINE_MS / 1000
        } seconds after it was told to end (${doing.text})`,
      );
    }
  }
}
