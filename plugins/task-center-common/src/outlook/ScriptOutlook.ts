import { SqlDialect } from '../model';
import { SplitStatement } from '../splitter';
import { describeStatementOutlook } from './describeStatementOutlook';
import { RiskKind, StatementRisk } from './StatementOutlook';
import { TransactionCourse } from './TransactionCourse';

const NAMED_RISKS = 50;
const NAMED_STATEMENTS = 20;
const LONGEST_NAMED = 64 * 1024;
const SHOWN_TEXT = 2_000;
const SHOWN_BEGINNING = 40;
const MOST_KINDS = 100;
const CHANGES = new Set(['DELETE', 'MERGE', 'UPDATE']);
/** `SELECT … INTO` returns nothing. */
const MAY_STORE = /\binto\b/i;

/**
 * Where in a script a statement stands.
 *
 * @public
 */
export interface StatementPlace {
  /** The number of the statement, from 1. */
  statement: number;
  line: number;
  /** How the statement begins. */
  text: string;
}

/**
 * @public
 */
export interface ScriptRisk extends StatementRisk, StatementPlace {}

/**
 * Statements that are alike, and the first of them.
 *
 * @public
 */
export interface RiskGroup {
  count: number;
  first: ScriptRisk[];
}

/**
 * What can be said of a script from its text alone.
 *
 * @public
 */
export interface ScriptOutlookSummary {
  statements: number;
  /** How many statements there are of each kind, most frequent first. */
  kinds: [kind: string, count: number][];
  /** How many statements have each kind of risk, and the first of them. */
  risks: (RiskGroup & { kind: RiskKind })[];
  /** Statements that end a transaction, and could not be part of a single one. */
  transactionEnds: RiskGroup;
  /** The first statements that change rows, whole, unless they are very long. */
  changes: StatementPlace[];
  /** The first statements that return rows, whole, unless they are very long. */
  reads: StatementPlace[];
}

/**
 * Gathers what a person should know of a script before it runs, while its statements come. It keeps a bounded number of
 * them, so a script of any size can go through it.
 *
 * @public
 */
export class ScriptOutlook {
  private statements = 0;
  private readonly kinds = new Map<string, number>();
  private readonly risks = new Map<RiskKind, RiskGroup>();
  private readonly ends: RiskGroup = { count: 0, first: [] };
  private readonly changes: StatementPlace[] = [];
  private readonly reads: StatementPlace[] = [];
  private readonly course: TransactionCourse;

  static create(dialect: SqlDialect): ScriptOutlook {
    return new ScriptOutlook(dialect);
  }

  private constructor(private readonly dialect: SqlDialect) {
    this.course = new TransactionCourse(dialect);
  }

  /** Takes in the next statements of the script. */
  add(statements: SplitStatement[]): void {
    for (const statement of statements) {
      this.take(statement);
    }
  }

  /**
   * What is known so far.
   *
   * @param isWhole - whether the script has ended, so that what it leaves open stays open
   */
  summarize(isWhole: boolean): ScriptOutlookSummary {
    const risks = [...this.risks].map(([kind, group]) => ({ kind, ...group }));
    const unfinished = isWhole ? this.course.unfinished() : undefined;
    if (unfinished) {
      const kind = 'never-committed';
      const words = describeBeginning(unfinished.text);
      const first = [toRisk({ kind, words }, unfinished)];
      risks.push({ kind, count: 1, first });
    }
    return {
      statements: this.statements,
      kinds: [...this.kinds].sort((a, b) => b[1] - a[1]),
      risks: risks.map(({ first, ...rest }) => ({
        ...rest,
        first: [...first],
      })),
      transactionEnds: { ...this.ends, first: [...this.ends.first] },
      changes: [...this.changes],
      reads: [...this.reads],
    };
  }

  private take(statement: SplitStatement): void {
    const number = ++this.statements;
    const { text, line } = statement;
    const { kind, risks } = describeStatementOutlook(this.dialect, text);
    this.countKind(kind);
    const place = { statement: number, line, text };
    risks.forEach(risk => this.note(risk, place));
    const { endsTransaction, risk } = this.course.take(place);
    if (risk) {
      this.note(risk, place);
    }
    if (endsTransaction) {
      addTo(
        this.ends,
        { kind: 'implicit-commit', words: endsTransaction },
        place,
      );
    }
    if (CHANGES.has(kind) && hasRoom(this.changes, text)) {
      this.changes.push(place);
    }
    const isRead = kind === 'SELECT' && hasRoom(this.reads, text);
    if (isRead && !MAY_STORE.test(text)) {
      this.reads.push(place);
    }
  }

  private countKind(kind: string): void {
    const isKnown = this.kinds.has(kind) || this.kinds.size < MOST_KINDS;
    const counted = isKnown ? kind : 'other';
    this.kinds.set(counted, (this.kinds.get(counted) ?? 0) + 1);
  }

  private note(risk: StatementRisk, place: StatementPlace): void {
    const group = this.risks.get(risk.kind) ?? { count: 0, first: [] };
    this.risks.set(risk.kind, group);
    addTo(group, risk, place);
  }
}

function hasRoom(named: StatementPlace[], text: string): boolean {
  return named.length < NAMED_STATEMENTS && text.length <= LONGEST_NAMED;
}

function addTo(
  group: RiskGroup,
  risk: StatementRisk,
  place: StatementPlace,
): void {
  group.count++;
  if (group.first.length < NAMED_RISKS) {
    group.first.push(toRisk(risk, place));
  }
}

function toRisk(risk: StatementRisk, place: StatementPlace): ScriptRisk {
  return { ...risk, ...place, text: place.text.slice(0, SHOWN_TEXT) };
}

function describeBeginning(text: string): string {
  return text.slice(0, SHOWN_BEGINNING).replace(/\s+/g, ' ').toUpperCase();
}
