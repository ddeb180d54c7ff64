import {
  SplitStatement,
  SqlDialect,
  StatementTraits,
} from 'backstage-plugin-task-center-common';

const MOST_MENTIONS = 5;
const MOST_SETTINGS = 500;

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

  static create(dialect: SqlDialect): SessionMemory {
    return new SessionMemory(dialect);
  }

  private constructor(private readonly dialect: SqlDialect) {}

  /**
   * @param inTransaction - whether the statement stands within a transaction
   */
  note(
    index: number,
    { text, line }: SplitStatement,
    { trace }: StatementTraits,
    inTransaction: boolean,
  ): void {
    if (trace === 'none') {
      return;
    }
    const name = nameOf(text);
    // PostgreSQL takes a setting back with the transaction that it was made in.
    const isKept = !(inTransaction && this.dialect === 'postgres');
    if (
      trace === 'setting' &&
      isKept &&
      (this.made.has(name) || this.made.size < MOST_SETTINGS)
    ) {
      // The last one counts, in the order in which they were made last.
      this.made.delete(name);
      this.made.set(name, { index, line, text: copyOf(text) });
      return;
    }
    this.lostCount += 1;
    if (this.lost.length < MOST_MENTIONS) {
      this.lost.push({ index, line, text: copyOf(text) });
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

/** What a statement sets, where that is one thing only; otherwise the statement. */
function nameOf(text: string): string {
  return (
    /^(SET\s+[^=,;'"`()]+?)\s*(?:=|\bTO\b)[^,]*$/i.exec(text)?.[1] ??
    /^USE\b/i.exec(text)?.[0] ??
    text
  ).toLowerCase();
}

/** A part of a script holds on to all of the piece that it was read with. */
function copyOf(text: string): string {
  return Buffer.from(text).toString();
}
