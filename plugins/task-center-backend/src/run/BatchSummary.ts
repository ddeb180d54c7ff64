import { SplitStatement } from 'backstage-plugin-task-center-common';
import { firstWords, formatMs, plural } from './describeStatement';
import { StoredOutcome } from './record';

/**
 * Puts the statements that succeeded with one request into one line of the log. What each of them did stands in the
 * ledger; a line for each would make the log of a large script unreadable.
 *
 * @internal
 */
export class BatchSummary {
  private first = 0;
  private count = 0;
  private ms = 0;
  private affected = 0;
  private text = '';

  static create(): BatchSummary {
    return new BatchSummary();
  }

  private constructor() {}

  add({ text }: SplitStatement, index: number, outcome: StoredOutcome): void {
    if (this.count === 0) {
      this.first = index;
      this.text = text;
    }
    this.count += 1;
    this.ms += outcome.ms;
    this.affected += outcome.affected ?? 0;
  }

  /** The line about those that were added since the last call, if any were. */
  take(): { message: string; statement: number } | undefined {
    const { first, count } = this;
    if (count === 0) {
      return undefined;
    }
    const parts = [
      firstWords(this.text),
      formatMs(this.ms),
      `${plural(this.affected, 'row')} affected`,
    ];
    if (count > 1) {
      parts.unshift(`Statements ${first} to ${first + count - 1}`);
    }
    this.count = 0;
    this.ms = 0;
    this.affected = 0;
    return { message: parts.join(' · '), statement: first };
  }
}
