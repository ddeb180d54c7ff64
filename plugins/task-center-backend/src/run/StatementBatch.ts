import { SplitStatement } from 'backstage-plugin-task-center-common';

const FIRST_SIZE = 8;
const LARGEST_SIZE = 256;
const LARGEST_CHARACTERS = 128 * 1024;
const SHORT_MS = 40;
const LONG_MS = 160;

/**
 * Statements that share a request.
 *
 * @internal
 */
export interface Batch {
  /** The number of the first one. */
  first: number;
  statements: SplitStatement[];
  /** The text of the statement behind them; empty when there is none. */
  next: string;
}

/**
 * Collects statements for the next request. The requests grow while they are answered fast, so that round trips do not
 * count, and shrink when they are not, so that little is unknown when the connection is lost.
 *
 * @internal
 */
export class StatementBatch {
  private size = FIRST_SIZE;
  private first = 0;
  private statements: SplitStatement[] = [];
  private characters = 0;
  private next = '';

  static create(): StatementBatch {
    return new StatementBatch();
  }

  private constructor() {}

  get isFull(): boolean {
    return (
      this.statements.length >= this.size ||
      this.characters >= LARGEST_CHARACTERS
    );
  }

  /**
   * Adds the statement that follows the one that was added last, or the first of a batch.
   *
   * @param next - the text of the one behind it; empty when there is none
   */
  add(index: number, statement: SplitStatement, next: string): void {
    if (this.statements.length === 0) {
      this.first = index;
    }
    this.statements.push(statement);
    this.next = next;
    this.characters += statement.text.length;
  }

  /** What was collected, if anything. */
  take(): Batch | undefined {
    const { first, statements, next } = this;
    this.statements = [];
    this.characters = 0;
    return statements.length ? { first, statements, next } : undefined;
  }

  /** Says how long a request with so many statements took. */
  note(statements: number, ms: number): void {
    if (ms > LONG_MS) {
      this.size = Math.max(1, Math.floor(statements / 2));
    } else if (ms < SHORT_MS && statements >= this.size) {
      this.size = Math.min(LARGEST_SIZE, this.size * 2);
    }
  }
}
