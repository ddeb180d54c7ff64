import {
  SqlDialect,
  TransactionEdge,
  transactionEdge,
} from 'backstage-plugin-task-center-common';
import { mayCommit, TransactionTraits } from './mayCommit';
import { OpenTransaction, StoredUndone } from './record';

/**
 * What the database says of a statement that succeeded.
 *
 * @internal
 */
export interface SucceededStatement {
  affectedRows?: number;
  warnings?: number;
  /** Whether a transaction is open behind it, if the database says that. */
  inTransaction?: boolean;
}

/**
 * Knows which statements belong to the transaction that is open, so that it can be told what is undone when that
 * transaction does not come to its commit.
 *
 * @internal
 */
export class TransactionTracker {
  private current: OpenTransaction | undefined;
  /** Whether a statement such as CREATE TABLE failed, which commits first. */
  private mayHaveCommitted = false;

  static create(dialect: SqlDialect): TransactionTracker {
    return new TransactionTracker(dialect);
  }

  private constructor(private readonly dialect: SqlDialect) {}

  /** The transaction that is open. */
  get open(): OpenTransaction | undefined {
    return this.current;
  }

  /** Says that a transaction was begun for this statement and those behind it. */
  begin(statement: number): void {
    this.current = { from: statement, succeeded: 0, affected: 0 };
    this.mayHaveCommitted = false;
  }

  /** Says that there is no transaction any more. */
  end(): void {
    this.current = undefined;
  }

  /**
   * Says that a statement succeeded.
   *
   * @returns what was undone by it, or may have been
   */
  succeeded(
    statement: number,
    done: SucceededStatement,
    traits: TransactionTraits,
  ): StoredUndone | undefined {
    const edge = this.edgeOf(traits);
    const isOpen = done.inTransaction ?? this.guess(edge);
    const undone = this.findUndone(statement - 1, edge, isOpen, done);
    if (!isOpen) {
      this.end();
      return undone;
    }
    if (!this.current || edge) {
      this.begin(statement);
    }
    this.count(done);
    if (traits.runsOthers && mayCommit(this.dialect, traits)) {
      this.doubt();
    }
    return undone;
  }

  /**
   * Says that a statement did not succeed.
   *
   * @param transactionLost - whether the database said that the transaction is undone
   * @returns what was undone by it, or may have been
   */
  failed(
    statement: number,
    transactionLost: boolean,
    traits: TransactionTraits,
  ): StoredUndone | undefined {
    if (transactionLost) {
      return this.lose(statement, 'rolled-back');
    }
    const edge = transactionEdge(traits);
    // A server that refuses to commit has ended the transaction, be it as it may.
    const commits =
      edge === 'begin' || /^COMMIT\b/.test(traits.endsTransaction ?? '');
    if (commits && this.dialect === 'mysql') {
      return this.lose(statement - 1, 'unknown');
    }
    this.mayHaveCommitted ||= edge === 'commit';
    if (mayCommit(this.dialect, traits)) {
      this.doubt();
    }
    return undefined;
  }

  /**
   * Says that the transaction was rolled back because the database was asked to.
   *
   * @param to - the last statement that may belong to it
   * @param warnings - how many the database gave
   */
  rolledBack(to: number, warnings: number = 0): StoredUndone | undefined {
    // MySQL warns when it could not undo everything, as in a table without transactions.
    const all = this.dialect !== 'mysql' || warnings === 0;
    return this.lose(to, all ? 'rolled-back' : 'unknown');
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

  private edgeOf(traits: TransactionTraits): TransactionEdge | undefined {
    const edge = transactionEdge(traits);
    // All but MySQL go on with the transaction that is open.
    const goesOn = edge === 'begin' && this.dialect !== 'mysql';
    return goesOn && this.current ? undefined : edge;
  }

  private findUndone(
    to: number,
    edge: TransactionEdge | undefined,
    isOpen: boolean,
    { warnings }: SucceededStatement,
  ): StoredUndone | undefined {
    if (edge === 'rollback') {
      return this.rolledBack(to, warnings);
    }
    // It is gone, and nothing that was seen has ended it.
    const endedUnseen = !isOpen && !edge && !this.mayHaveCommitted;
    return endedUnseen ? this.lose(to, 'unknown') : undefined;
  }

  /** A statement ran that may have committed what was before it, although a transaction may still be open. */
  private doubt(): void {
    this.current = this.current && { ...this.current, doubted: true };
  }

  private count({ affectedRows = 0 }: SucceededStatement): void {
    const { succeeded, affected } = this.current!;
    this.current = {
      ...this.current!,
      succeeded: succeeded + 1,
      affected: affected + affectedRows,
    };
  }

  private guess(edge: TransactionEdge | undefined): boolean {
    return edge === undefined ? this.current !== undefined : edge === 'begin';
  }
}
