import {
  SplitStatement,
  StatementTraits,
} from 'backstage-plugin-task-center-common';

const MOST_MENTIONS = 5;

/**
 * A statement and its number.
 *
 * @internal
 */
export interface NumberedStatement extends SplitStatement {
  index: number;
}

/**
 * What the statements so far left in the session: settings, which can be made again on another one, and what cannot be
 * had again.
 *
 * @internal
 */
export class SessionMemory {
  private readonly made = new Map<string, NumberedStatement>();
  private readonly lost: NumberedStatement[] = [];
  private lostCount = 0;

  static create(): SessionMemory {
    return new SessionMemory();
  }

  private constructor() {}

  note(
    index: number,
    { text, line }: SplitStatement,
    { trace }: StatementTraits,
  ): void {
    if (trace === 'setting') {
      // The last one counts, in the order in which they were made last.
      this.made.delete(text);
      this.made.set(text, { index, line, text });
    } else if (trace === 'state') {
      this.lostCount += 1;
      if (this.lost.length < MOST_MENTIONS) {
        this.lost.push({ index, line, text });
      }
    }
  }

  /** What makes the settings again, in order. */
  get settings(): NumberedStatement[] {
    return [...this.made.values()];
  }

  /** The first statements whose traces are gone with the session. */
  get lostMentions(): NumberedStatement[] {
    return this.lost;
  }

  /** How many there are of those. */
  get lostStatements(): number {
    return this.lostCount;
  }
}
