import {
  RiskKind,
  ScriptRisk,
  StatementPlace,
} from 'backstage-plugin-task-center-common';
import { dangersIn, partOf, ScriptCount, targetsOf } from './ScriptCount';
import { RowEstimates } from './useRowEstimates';

const MANY_ROWS = 100_000;
const ORDER: ShownGroup['kind'][] = [
  ...(['unclosed', 'drop', 'truncate', 'shutdown'] as const),
  ...(['delete-all', 'update-all', 'server'] as const),
  ...(['refused-in-transaction', 'implicit-commit'] as const),
  ...(['never-committed', 'many-rows', 'beyond-limit', 'lock'] as const),
];
const ABOUT_TRANSACTIONS: ShownGroup['kind'][] = [
  ...([
    'refused-in-transaction',
    'implicit-commit',
    'never-committed',
  ] as const),
];

const NONE: RowEstimates = new Map();

/**
 * A statement to look at before it runs.
 *
 * @internal
 */
export interface ShownRisk
  extends Pick<ScriptRisk, 'statement' | 'line' | 'text'> {
  /** The words that tell, and what they are about. */
  what: string;
  /** The part of the script, from 0. */
  part: number;
  /** What has no end, where it is about that. */
  token?: string;
  /** How many rows it is about, as the database estimates it. */
  rows?: number;
}

/**
 * Statements with the same risk.
 *
 * @internal
 */
export interface ShownGroup {
  kind: RiskKind | 'unclosed' | 'many-rows' | 'beyond-limit';
  count: number;
  first: ShownRisk[];
  isDanger: boolean;
  /** How many rows of a result are kept, where it is about that. */
  limit?: number;
}

/**
 * Puts what is known of a script in the order in which it should be looked at.
 *
 * @internal
 */
export function findRiskGroups(
  count: ScriptCount | undefined,
  options: {
    /** Whether all is one transaction, so that the script's own do not matter. */
    isOneTransaction: boolean;
    estimates: RowEstimates;
    /** How many rows of each result are kept. */
    resultLimit?: number;
  },
): ShownGroup[] {
  if (!count) {
    return [];
  }
  const { isOneTransaction, estimates, resultLimit } = options;
  const dangers = dangersIn(count).map(({ kind }) => kind);
  const groups = count.risks.map(
    ({ kind, count: statements, first }): ShownGroup => ({
      kind,
      count: statements,
      first: first.map(risk =>
        show(risk, count, ABOUT_TRANSACTIONS.includes(kind) ? NONE : estimates),
      ),
      isDanger: dangers.includes(kind),
    }),
  );
  return [
    ...groups,
    ...findUnclosed(count),
    ...findManyRows(count, estimates),
    ...findBeyondLimit(count, estimates, resultLimit),
  ]
    .filter(
      ({ kind }) => !isOneTransaction || !ABOUT_TRANSACTIONS.includes(kind),
    )
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function show(
  risk: Omit<ScriptRisk, 'kind'>,
  count: ScriptCount,
  estimates: RowEstimates,
): ShownRisk {
  const { statement, line, text, words, target } = risk;
  return {
    ...{ statement, line, text },
    what: target ? `${words} ${targetsOf(risk)}` : words,
    part: Math.max(0, partOf(count, statement)),
    rows: estimates.get(statement),
  };
}

/** What has no end, so that what follows it is not seen as statements. */
function findUnclosed(count: ScriptCount): ShownGroup[] {
  let statement = 0;
  const first = count.parts.flatMap(({ statements, unclosed }, part) => {
    statement += statements;
    if (!unclosed) {
      return [];
    }
    const { line, text, token } = unclosed;
    return [
      {
        statement,
        line,
        text,
        part,
        token,
        what: beginningOf(text.split('\n')[0]),
      },
    ];
  });
  return first.length
    ? [{ kind: 'unclosed', count: first.length, first, isDanger: true }]
    : [];
}

/** Changes of many rows that have a condition, and so are no risk by their text. */
function findManyRows(
  count: ScriptCount,
  estimates: RowEstimates,
): ShownGroup[] {
  const named = new Set(
    dangersIn(count).flatMap(({ first }) => first.map(r => r.statement)),
  );
  const first = count.changes
    .filter(({ statement }) => !named.has(statement))
    .filter(({ statement }) => (estimates.get(statement) ?? 0) >= MANY_ROWS)
    .map(change => showBeginning(change, count, estimates));
  return first.length
    ? [{ kind: 'many-rows', count: first.length, first, isDanger: false }]
    : [];
}

/** Queries that have more rows than are kept of a result. */
function findBeyondLimit(
  count: ScriptCount,
  estimates: RowEstimates,
  limit: number = Infinity,
): ShownGroup[] {
  const first = count.reads
    .filter(({ statement }) => (estimates.get(statement) ?? 0) > limit)
    .map(read => showBeginning(read, count, estimates));
  const kind = 'beyond-limit';
  return first.length
    ? [{ kind, count: first.length, first, isDanger: false, limit }]
    : [];
}

function showBeginning(
  place: StatementPlace,
  count: ScriptCount,
  estimates: RowEstimates,
): ShownRisk {
  return show({ ...place, words: beginningOf(place.text) }, count, estimates);
}

function beginningOf(text: string): string {
  const line = text.slice(0, 200).trim().replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
