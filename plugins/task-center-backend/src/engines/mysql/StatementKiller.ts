import { DatabaseError } from 'backstage-plugin-task-center-node';
import { Connection } from 'mysql2';
import { queryRows } from './queryRows';

const NO_SUCH_THREAD = '1094';

/**
 * Sends KILL QUERY for one statement and remembers what is still to be answered.
 *
 * @internal
 */
export class StatementKiller {
  private pending: Promise<unknown> = Promise.resolve();

  /** Whether the server may have marked the session. */
  used = false;

  constructor(private readonly connectionId: string) {}

  /**
   * @returns whether the server still has the session
   * @throws DatabaseError when the server refuses or does not answer
   */
  async kill(control: Connection): Promise<boolean> {
    this.used = true;
    const answer = queryRows(control, `KILL QUERY ${this.connectionId}`);
    this.pending = Promise.allSettled([this.pending, answer]);
    try {
      await answer;
      return true;
    } catch (error) {
      if (error instanceof DatabaseError && error.code === NO_SUCH_THREAD) {
        return false;
      }
      throw error;
    }
  }

  /** Resolves when every KILL that was sent has been answered, well or badly. */
  async answered(): Promise<void> {
    await this.pending;
  }
}
