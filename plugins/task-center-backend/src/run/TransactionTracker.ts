import { TransactionEdge } from 'backstage-plugin-task-center-common';
import { OpenTransaction, StoredUndone } from './record';

/**
 * Knows which statements belong to the transaction that is open, so that it can be told what is undone when that
 * transaction does not come to its commit.
 *
 * @internal
 */
export class TransactionTracker {
  private current: OpenTransaction | undefined;

  static create(): TransactionTracker {
    return new TransactionTracker();
  }

  private constructor() {}

  /** The transaction that is open. */
  get open(): OpenTransaction | undefined {
    return this.current;
  }

  /** Says that a transaction was begun for this statement and those behind it. */
  begin(statement: number): void {
    this.current = { from: statement, succeeded: 0, affected: 0 };
  }

  /** Says that there is no transaction any more. */
  end(): void {
    this.current = undefined;
  }

  /** Says that a statement ran that may have committed what was before it, although a transaction may still be open. */
  doubt(): void {
    this.current = this.current && { ...this.current, doubted: true };
  }

  /** Says that a statement succeeded. */
  succeeded(
    statement: number,
    done: {
      affectedRows?: number;
      /** What the database says of the time behind the statement, if it says anything. */
      inTransaction?: boolean;
      /** Where it ends a transaction or begins another one. */
      edge?: TransactionEdge;
    },
  ): void {
    const { edge, affectedRows = 0 } = done;
    if (!(done.inTransaction ?? this.guess(edge))) {
      this.end();
      return;
    }
    if (!this.current || edge) {
      this.begin(statement);
    }
    const { succeeded, affected } = this.current!;
    this.current = {
      ...this.current!,
      succeeded: succeeded + 1,
      affected: affected + affectedRows,
    };
  }

  /**
   * Says that the transaction was lost.
   *
   * @param to - the last statement that may belong to it
   * @returns what is undone by that, if a transaction was open and anything was sent in it
   */
  lose(to: number, state: StoredUndone['state']): StoredUndone | undefined {
    const { current } = this;
    this.end();
    if (!current || to < current.from) {
      return undefined;
    }
    const { doubted, ...range } = current;
    return { ...range, to, state: doubted ? 'unknown' : state };
  }

  private guess(edge: TransactionEdge | undefined): boolean {
    return edge === undefined ? this.current !== undefined : edge === 'begin';
  }
}
