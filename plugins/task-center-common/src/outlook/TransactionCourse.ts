import { SqlDialect } from '../model';
import { SplitStatement } from '../splitter';
import { describeStatementTraits } from '../statements';
import { leadingWord } from '../statements/leadingWord';
import { StatementRisk } from './StatementOutlook';

/** Statements that neither begin nor end a transaction. */
const TAKES_PART = new Set([
  ...['DELETE', 'INSERT', 'REPLACE', 'SELECT', 'UPDATE', 'VALUES', 'WITH'],
]);
const AUTOCOMMIT = /\bautocommit`?\s*:?=\s*['"]?(\w+)/i;
const ON_PURPOSE =
  /^(?:COMMIT|END|ABORT|ROLLBACK|PREPARE TRANSACTION|XA (?!START|BEGIN)\w+)/;
const BEGINS = /^(?:BEGIN|START TRANSACTION|XA (?:START|BEGIN))/;
const CHAINED = /\bAND\s+CHAIN\b/i;

/** A statement with its number in the script. */
type NumberedStatement = SplitStatement & { statement: number };

interface OpenTransaction {
  begin: NumberedStatement;
  /** Whether anything has run in it that can be undone or committed. */
  hasWork: boolean;
}

/**
 * Follows the transactions that a script opens and ends itself, statement by statement. What procedures do is not seen.
 *
 * @internal
 */
export class TransactionCourse {
  private open?: OpenTransaction;
  /** Where the script has switched off that each statement commits by itself. */
  private withoutAutocommit?: NumberedStatement;

  constructor(private readonly dialect: SqlDialect) {}

  /**
   * @returns the words with which the statement ends a transaction, whether or not one is open, and what that means for
   * the one that is
   */
  take(statement: NumberedStatement): {
    endsTransaction?: string;
    risk?: StatementRisk;
  } {
    const { text } = statement;
    const traits = TAKES_PART.has(leadingWord(text))
      ? undefined
      : describeStatementTraits(this.dialect, text);
    const endsTransaction = traits?.endsTransaction;
    if (!endsTransaction) {
      this.work();
      return {};
    }
    const risk =
      endsTransaction === 'SET autocommit'
        ? this.switchAutocommit(statement)
        : this.pass(endsTransaction, statement);
    return { endsTransaction, risk };
  }

  /** Where the transaction began that would be undone if the script ended here. */
  unfinished(): NumberedStatement | undefined {
    return this.open?.hasWork ? this.open.begin : undefined;
  }

  private work(): void {
    if (this.open) {
      this.open.hasWork = true;
    } else if (this.withoutAutocommit) {
      this.open = { begin: this.withoutAutocommit, hasWork: true };
    }
  }

  /** Goes on behind a statement that begins or ends a transaction, or cannot be part of one. */
  private pass(
    words: string,
    statement: NumberedStatement,
  ): StatementRisk | undefined {
    const isPending = this.open?.hasWork ?? false;
    if (ON_PURPOSE.test(words)) {
      this.open = CHAINED.test(statement.text)
        ? { begin: statement, hasWork: false }
        : undefined;
      return undefined;
    }
    const begins = BEGINS.test(words);
    // Others refuse what MySQL commits a transaction for, and a second BEGIN changes nothing there.
    const isRefused = this.dialect !== 'mysql' || words === 'SET TRANSACTION';
    if (isRefused && this.open) {
      return begins ? undefined : { kind: 'refused-in-transaction', words };
    }
    this.open = begins ? { begin: statement, hasWork: false } : undefined;
    return isPending ? { kind: 'implicit-commit', words } : undefined;
  }

  private switchAutocommit(statement: NumberedStatement): undefined {
    const value = AUTOCOMMIT.exec(statement.text)?.[1];
    const isOff = /^(?:0|OFF|FALSE)$/i.test(value ?? '');
    this.withoutAutocommit = isOff ? statement : undefined;
    if (!isOff) {
      this.open = undefined;
    }
  }
}
