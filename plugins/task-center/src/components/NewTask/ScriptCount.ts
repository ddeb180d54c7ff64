import {
  RiskKind,
  ScriptOutlookSummary,
  StatementRisk,
  UnclosedToken,
} from 'backstage-plugin-task-center-common';

/**
 * What one part of a script consists of.
 *
 * @internal
 */
export interface PartCount {
  statements: number;
  /** Of it as text in UTF-8. */
  bytes: number;
  isFinished: boolean;
  /** Why it cannot be split, with the line. */
  problem?: string;
  /** The quote or comment that has no end in it. */
  unclosed?: UnclosedToken;
  /**
   * What stands between it and the next part, so that no statement spans both. Absent in the last part, and where nothing
   * would end it.
   */
  glue?: string;
}

/**
 * What a script consists of, as far as it has been read.
 *
 * @internal
 */
export interface ScriptCount extends ScriptOutlookSummary {
  /** The beginning of the first statement that says what the script is about or, where none does, of the first. */
  firstStatement?: string;
  parts: PartCount[];
  isFinished: boolean;
}

/** The worst first. */
const DANGERS: RiskKind[] = [
  ...(['drop', 'truncate', 'shutdown', 'delete-all', 'update-all'] as const),
];

/**
 * What in a script takes away what nobody can bring back, or ends the work of others.
 *
 * @internal
 */
export function dangersIn(count: ScriptCount): ScriptCount['risks'] {
  return DANGERS.flatMap(danger =>
    count.risks.filter(({ kind }) => kind === danger),
  );
}

/**
 * The part in which a statement stands, from 0.
 *
 * @param statement - its number in the whole script, from 1
 * @internal
 */
export function partOf(count: ScriptCount, statement: number): number {
  let before = 0;
  return count.parts.findIndex(part => {
    before += part.statements;
    return statement <= before;
  });
}

/**
 * All that a risk is about, as it is written there: `orders, items`. Without that, its words.
 *
 * @internal
 */
export function targetsOf({
  target,
  moreTargets = [],
  words,
}: Pick<StatementRisk, 'target' | 'moreTargets' | 'words'>): string {
  return target ? [target, ...moreTargets].join(', ') : words;
}
