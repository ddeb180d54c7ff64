import {
  CancelOptions,
  StatementCancelledError,
} from 'backstage-plugin-task-center-node';
import { ServerRequest } from './ServerRequest';
import { MysqlStatementKiller } from './createStatementKiller';

/**
 * A request of a session, and what is done to end it.
 *
 * @internal
 */
export interface PendingRequest<R extends ServerRequest = ServerRequest> {
  run: R;
  killer: MysqlStatementKiller;
  /** Whether it was told to end before it had ended. */
  cancelled: boolean;
}

/**
 * What a session was asked to do: a statement, or a batch that may take several requests.
 *
 * @internal
 */
export class PendingWork {
  /** Resolves when it has ended, well or badly. */
  done: Promise<unknown> = Promise.resolve();
  /** Whether nothing more of it may be sent. */
  cancelled = false;
  request?: PendingRequest;

  private readonly rollbackListeners: (() => void)[] = [];
  private rollingBack = false;

  /** @throws StatementCancelledError when nothing more of it may be sent */
  assertWanted(): void {
    if (this.cancelled) {
      throw new StatementCancelledError();
    }
  }

  /** Calls back, once, when the server is found to undo what it did; at once when that is known already. */
  whenRollingBack({ onRollback }: CancelOptions): void {
    if (this.rollingBack) onRollback?.();
    else if (onRollback) this.rollbackListeners.push(onRollback);
  }

  noteRollback(): void {
    if (!this.rollingBack) {
      this.rollingBack = true;
      this.rollbackListeners.forEach(listener => listener());
    }
  }
}
