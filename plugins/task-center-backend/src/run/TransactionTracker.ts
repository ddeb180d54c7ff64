import { OpenTransaction, StoredUndone } from './record';

/**
 * Knows which statements belong to the transaction that is open, so that it can be told what is undone when that
 * transaction does not come to its commit.
 *
 * @internal
 */
export class TransactionTracker {
  private current: OpenTransaction | undefined;
  private mayHaveEnded = false;

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
    this.mayHaveEnded = false;
  }

  /** Says that there is no transaction any more. */
  end(): void {
    this.current = undefined;
    this.mayHaveEnded = false;
  }

  /** Says that a statement failed that may have committed before it did. */
  doubt(): void {
    this.mayHaveEnded = this.current !== undefined;
  }

  /** Says that a statement succeeded. */
  succeeded(
    statement: number,
    done: {
      affectedRows?: number;
      /** What the database says of the time behind the statement, if it says anything. */
      inTransaction?: boolean;
      /** The words with which it ends a transaction or begins another one. */
      endsTransaction?: string;
    },
  ): void {
    const { endsTransaction, affectedRows = 0 } = done;
    if (!(done.inTransaction ?? this.guess(endsTransaction))) {
      this.end();
      return;
    }
    if (!this.current || endsTransaction) {
      this.begin(statement);
    }
    const { from, succeeded, affected } = this.current!;
    this.current = {
      from,
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
    const { current, mayHaveEnded } = this;
    this.end();
    return current && to >= current.from
      ? { ...current, to, state: mayHaveEnded ? 'unknown' : state }
      : undefined;
  }

  private guess(endsTransaction: string | undefined): boolean {
    return endsTransaction === undefined
      ? this.current !== undefined
      : /^(BEGIN|START)/.test(endsTransaction);
  }
}
